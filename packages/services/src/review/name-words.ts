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
const titles = new Set('dr frau herr m miss mme mr mrs ms mx prof sir'.split(' '))
const endings = new Set('dds esq ii iii iv jr mba md phd sr'.split(' '))

/** The letters of a text that belong to a name whose family name comes first, without all that is between them. */
export const familyFirstLetters = (text: string): string => (text.match(familyFirstLetter) ?? []).join('')

/** Whether a text has letters of other names. */
const hasOtherLetters = (text: string): boolean => /\p{L}/u.test(text.replaceAll(familyFirstLetter, ''))

/** The words of a name, without a title before a whole name and degrees behind it. "Mr Doe" keeps both: Doe is all there is. */
export const wordsOf = (name: string): readonly string[] => {
  const all = name.match(word) ?? []
  const from = all.length > 2 && titles.has(all[0]?.toLowerCase() ?? '') ? 1 : 0
  const names = all.slice(from)
  while (names.length > 1 && endings.has(names.at(-1)?.toLowerCase() ?? '')) names.pop()
  return names
}

/** Numbers beside a name are none of it, and may be a telephone's. */
export const withoutNumbers = (text: string): string => (/\p{N}/u.test(text) ? wordsOf(text).join(' ') : text)

/** A first name, without the last one that its field repeats: "Jane Doe" beside "Doe". */
export const withoutLast = (first: string, last: readonly string[]): string => {
  const words = wordsOf(first)
  const isRepeated = words.length > last.length && words.slice(-last.length).join(' ') === last.join(' ')
  return isRepeated ? words.slice(0, -last.length).join(' ') : withoutNumbers(first)
}

/** The whole name as it is written where the family name comes first, or null where it does not. */
export const familyFirstName = (first: string, last: string): string | null => {
  const [given, family] = [familyFirstLetters(first), familyFirstLetters(last)]
  if (given === '' && (family === '' || hasOtherLetters(first))) return null
  const isRepeated = given.startsWith(family) && Array.from(given).length > 2
  const name = isRepeated ? given : `${family}${given}`
  return Array.from(name).length > 1 || !hasOtherLetters(`${first}${last}`) ? name : null
}
