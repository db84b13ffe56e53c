/** What Postgres refuses, and what turns the direction of the text after it, so that it is shown as another. */
const dropped = /[\0\u202A-\u202E\u2066-\u2069]/g
/** Every line end but LF: a form without scripts sends CR LF, a script LF. */
const otherLineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g

/**
 * The one form in which text is counted, compared and stored, whichever way it came: without NUL, which Postgres
 * refuses, and without controls that turn its direction; lone surrogates, which are no characters, replaced by
 * U+FFFD; lines ended by LF; letters composed (NFC), as a phone types them and a Mac does not. Nobody types any of the
 * others on purpose, so nothing is said about them. Doing it again changes nothing.
 */
export const toStorableText = (text: string): string =>
  text.replaceAll(dropped, '').toWellFormed().replaceAll(otherLineEnds, '\n').normalize('NFC')

/** Spaces, controls, and characters that fonts draw as nothing: soft hyphen, fillers, joiners, blank braille. */
const visible = /[^\p{White_Space}\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800\u{1D159}\uFFFC]/u

/** A text without spaces around it, and empty when there is nothing in it that a person could see. */
export const toTrimmedText = (text: string): string => {
  const trimmed = toStorableText(text).trim()
  return visible.test(trimmed) ? trimmed : ''
}
