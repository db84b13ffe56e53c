import { toTrimmedText } from './storable-text.ts'

/**
 * Longest names, in characters as people count them. Those that platforms send are cut at `person` and `title`, for
 * longer ones are no names; what a person types into a form of ours beyond `typed` is refused, in code points.
 */
export const nameLimits = { person: 80, title: 200, typed: 120 } as const

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

/**
 * One line of text from outside, in the form in which all text is stored. Control characters become spaces (mail
 * headers take no line breaks), and what is longer than `maxLength` ends in `…`. Empty when nothing of it can be seen.
 */
export const toLine = (text: string, maxLength: number): string =>
  shorten(
    toTrimmedText(toTrimmedText(text.slice(0, maxLength * longestCharacter)).replaceAll(/\p{Cc}+/gu, ' ')),
    maxLength,
  )

/**
 * A text cut at the end of a character so that it has `maxLength` code points at most, as forms count them: what we
 * fill into a field ourselves is never refused as too long.
 */
export const fitText = (text: string, maxLength: number): string => {
  if (Array.from(text).length <= maxLength) return text
  let kept = ''
  let count = 1
  for (const { segment } of segmenter.segment(text)) {
    count += Array.from(segment).length
    if (count > maxLength) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

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
