/**
 * Text that Postgres can store: without NUL, which it refuses, and with lone surrogates, which are no
 * characters, replaced by U+FFFD. Nobody types either on purpose, so nothing is said about them.
 */
export const toStorableText = (text: string): string => text.replaceAll('\0', '').toWellFormed()
