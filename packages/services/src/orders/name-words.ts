import { withoutFamily } from './repeated-words.ts'

/**
 * Letters of names whose family name comes first: Hangul, Chinese characters, kana; as ranges for a bracket expression
 * of JavaScript and of Postgres alike. Left out is what is set between two names as a dot or a dash (ㆍ, ー), and what
 * cannot be seen (U+3164).
 */
export const familyFirstRanges =
  '\u1100-\u115E\u1161-\u119D\u11A0-\u11FF\u3131-\u3163\u3165-\u318C\uA960-\uA97C\uAC00-\uD7FB\uFFA1-\uFFDC' +
  '々\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAD9\u{20000}-\u{3FFFF}' +
  '\u3041-\u3096\u30A1-\u30FA\u31F0-\u31FF\uFF66-\uFF6F\uFF71-\uFF9D\u{1B000}-\u{1B167}'

const familyFirstLetter = new RegExp(`[${familyFirstRanges}]`, 'gu')

/** A letter and what belongs to a word with it: hyphens, apostrophes, digits, the joiners of Persian and of India. */
const word = /\p{L}[\p{L}\p{M}\p{N}'’ʼ‐\-\u200C\u200D]*/gu

/** What stands around a name and is none: titles before it, degrees and generations behind it. */
const titles = new Set('dr frau herr m miss mlle mme mr mrs ms mx prof rev sir sra srta'.split(' '))
const endings = new Set('dds esq ii iii iv jr mba md phd sr'.split(' '))

const isTitle = (text: string): boolean => titles.has(text.toLowerCase())
const isEnding = (text: string): boolean => endings.has(text.toLowerCase())

/** The letters of a text that belong to a name whose family name comes first, without all that is between them. */
export const familyFirstLetters = (text: string): string => (text.match(familyFirstLetter) ?? []).join('')

/** Whether a text has letters of other names. */
const hasOtherLetters = (text: string): boolean => /\p{L}/u.test(text.replaceAll(familyFirstLetter, ''))

/** The words of a name, without a title before a whole name and degrees behind it. "Mr Doe" keeps both: Doe is all there is. */
export const wordsOf = (name: string): readonly string[] => {
  const all = name.match(word) ?? []
  const from = all.length > 2 && isTitle(all[0] ?? '') ? 1 : 0
  const names = all.slice(from)
  while (names.length > 1 && isEnding(names.at(-1) ?? '')) names.pop()
  return names
}

/** The words of a last name: "Mrs Doe" is Doe, in whatever place the title stands. */
export const familyWordsOf = (last: string): readonly string[] => {
  const words = wordsOf(last)
  const names = words.filter((text) => !isTitle(text))
  return names.length > 0 ? names : words
}

/** A name written family name first with a comma, in its two parts; null where no comma parts them ("Doe, PhD"). */
export const partAtComma = (text: string): { family: readonly string[]; given: readonly string[] } | null => {
  const [before = '', ...after] = text.split(/[,，،]/u)
  const [family, given] = [wordsOf(before), wordsOf(after.join(' '))]
  return family.length === 0 || given.every(isEnding) ? null : { family, given }
}

/** Numbers beside a name are none of it, and may be a telephone's. */
export const withoutNumbers = (text: string): string => (/\p{N}/u.test(text) ? wordsOf(text).join(' ') : text)

/** A first name, without the last one that its field repeats in whatever spelling: "Jane Doe" beside "DOE". */
export const withoutLast = (first: string, last: readonly string[]): string => {
  const words = wordsOf(first)
  const left = withoutFamily(words, last)
  const isRepeated = left.length > 0 && left.join(' ') !== words.join(' ')
  return isRepeated ? left.join(' ') : withoutNumbers(first)
}

/** A name whose family name comes first, out of two fields of which one may hold it whole, or in its Western order. */
const joinFamilyFirst = (given: string, family: string): string => {
  const [longer, shorter] = family.length > given.length ? [family, given] : [given, family]
  return longer.startsWith(shorter) || longer.endsWith(shorter) ? longer : `${family}${given}`
}

/** The letters of a first name, without a word of it that repeats the last one: 수빈 of "수빈 조" beside 조. */
const givenLetters = (first: string, family: string): string => {
  const others = wordsOf(first).filter((text) => familyFirstLetters(text) !== family)
  const letters = familyFirstLetters(others.join(' '))
  return letters === '' ? familyFirstLetters(first) : letters
}

/** The whole name as it is written where the family name comes first, or null where it does not. */
export const familyFirstName = (first: string, last: string): string | null => {
  const family = familyFirstLetters(last)
  const given = givenLetters(first, family)
  if (given === '' && (family === '' || hasOtherLetters(first))) return null
  const name = joinFamilyFirst(given, family)
  return Array.from(name).length > 1 || !hasOtherLetters(`${first}${last}`) ? name : null
}
