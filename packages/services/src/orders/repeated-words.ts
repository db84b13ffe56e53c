/** What may stand inside a word, and parts it for some who write it: hyphens and apostrophes. */
const inner = /['’ʼ‐-]/u
const notCompared = /[\u0300-\u036F'’ʼ‐\-\u200C\u200D]/gu

/** Letters that Unicode does not take apart, as keyboards without them write them. */
const plainLetters: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ð: 'd', æ: 'a', œ: 'o' }

/** Words that are written as one by some and as several by others: no more of them than this. */
const maxJoined = 4

/** A word as two fields are compared: without case, accents, hyphens and apostrophes; ä, ae and æ are an a. */
const foldWord = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(notCompared, '')
    .toUpperCase()
    .toLowerCase()
    .replace(/[øłđðæœ]/gu, (letter) => plainLetters[letter] ?? letter)
    .replace(/(?<=[aou])e/gu, '')

/** Jean and Luc of Jean-Luc. */
export const partsOf = (word: string): readonly string[] => word.split(inner).filter((part) => part !== '')

/** The words from there on, joined: one, two, up to `maxJoined`. */
const joinedFrom = (words: readonly string[], from: number): readonly string[] =>
  words.slice(from, from + maxJoined).map((_, index) => words.slice(from, from + index + 1).join(''))

/** Whatever of a name may stand for it elsewhere: each part, and neighbours written as one. */
const keysOf = (words: readonly string[]): ReadonlySet<string> => {
  const parts = words.flatMap(partsOf)
  return new Set(parts.flatMap((_, from) => joinedFrom(parts, from).map(foldWord)))
}

/**
 * Which words are of the other name, or hold some of it: parts of them, alone or joined with the next ones. A part of
 * one or two letters is too short to tell: Al-Amin is no repeated Al.
 */
const findRepeated = (words: readonly string[], keys: ReadonlySet<string>): readonly boolean[] => {
  const parts = words.flatMap((word, at) => partsOf(word).map((text) => ({ text, at })))
  const texts = parts.map(({ text }) => text)
  const repeated = words.map(() => false)
  for (const [from, { at }] of parts.entries()) {
    const last = joinedFrom(texts, from).findLastIndex(
      (joined) => keys.has(foldWord(joined)) && (Array.from(joined).length > 2 || words.includes(joined)),
    )
    if (last >= 0) repeated.fill(true, at, (parts[from + last]?.at ?? at) + 1)
  }
  return repeated
}

const withoutRepeated = (words: readonly string[], repeated: readonly boolean[]): readonly string[] => {
  const first = repeated.indexOf(true)
  return first > 0 ? words.slice(0, first) : words.filter((_, index) => repeated[index] === false)
}

/** Whether two names are the same in whatever spelling: "Jane-Doe" and "JANE DOE". */
export const isSameName = (one: readonly string[], other: readonly string[]): boolean =>
  foldWord(one.join('')) === foldWord(other.join(''))

/**
 * The words of a first name that do not repeat the last one, in whatever spelling and place: those before it, or those
 * behind it where it comes first. Empty when it has no others, which also is so when both ends of it are of a last name
 * of several words: the last name is a whole one then.
 */
export const withoutFamily = (words: readonly string[], family: readonly string[]): readonly string[] => {
  const keys = keysOf(family)
  const repeated = findRepeated(words, keys)
  if (family.length > 1 && words.length > 1 && repeated[0] === true && repeated.at(-1) === true) return []
  const left = withoutRepeated(words, repeated)
  if (left.length > 0) return left
  const parts = words.flatMap(partsOf)
  return withoutRepeated(parts, findRepeated(parts, keys))
}
