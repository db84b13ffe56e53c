/** Longest names, in characters as people count them. Longer ones are cut, for they are none. */
export const nameLimits = { person: 80, title: 200 } as const

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** UTF-16 units of the longest characters (a family of four); what is longer is no text any more. */
const longestCharacter = 12

const shorten = (text: string, maxLength: number): string => {
  let end = 0
  let count = 0
  for (const { index } of segmenter.segment(text)) {
    if (count === maxLength - 1) end = index
    if (count === maxLength) return `${text.slice(0, end).trimEnd()}…`
    count += 1
  }
  return text
}

/** Characters that turn the direction of what follows them, so that one text is shown as another. */
const directionOverrides = /[\u202A-\u202E\u2066-\u2069]/g

/**
 * One line of text from outside. Control characters become spaces (Postgres takes no NUL, mail headers
 * no line breaks), direction overrides go, and what is longer than `maxLength` ends in `…`.
 */
export const toLine = (text: string, maxLength: number): string =>
  shorten(
    text
      .slice(0, maxLength * longestCharacter)
      .toWellFormed()
      .replaceAll(directionOverrides, '')
      .replaceAll(/\p{Cc}+/gu, ' ')
      .trim(),
    maxLength,
  )

/** Dots as host names are written with, those of other scripts included. */
const hostDot = /(?<=[\p{L}\p{M}\p{N}])([.。．｡])(?=[\p{L}\p{N}-][\p{L}\p{M}\p{N}-])(?!\p{N}+(?![\p{L}\p{M}]))/gu
const schemes = [
  /(?:\p{L}[\p{L}\p{N}+.-]{0,20})?:\/+/gu,
  /\b(?:callto|data|irc|javascript|mailto|news|skype|sms|tel|xmpp):(?=\S)/giu,
]
const at = /(?<=\S)[@＠](?=\S)/gu

/**
 * The same words in a form that no mail program makes a link of: `http://evil.example/x` is left as
 * `evil. example/x`, `a@evil.example` as `a evil. example`. Names, initials (J.R.R. Tolkien) and
 * numbers stay as they are.
 */
export const toUnlinked = (text: string): string =>
  schemes
    .reduce((rest, scheme) => rest.replaceAll(scheme, ' '), text)
    .replaceAll(at, ' ')
    .replaceAll(hostDot, '$1 ')
    .replaceAll(/ {2,}/g, ' ')
    .trim()

/** A person's name as we keep and show it: one short line, nothing to click. May be empty. */
export const toPersonName = (text: string): string =>
  toLine(toUnlinked(toLine(text, nameLimits.person)), nameLimits.person)

/** What a product, a line of an order or a shop is called: one short line. May be empty. */
export const toTitle = (text: string): string => toLine(text, nameLimits.title)
