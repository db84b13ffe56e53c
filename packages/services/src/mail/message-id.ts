/**
 * The Message-ID of a mail, the same for every try of it (RFC 5322, 3.6.4).
 *
 * @param key  Names the mail: letters, digits, `_` and `-`.
 */
export const buildMessageId = (key: string, publicUrl: string): string => `<${key}@${new URL(publicUrl).hostname}>`
