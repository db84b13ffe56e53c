import { fitText } from '@afterword/validation/primitives/name'
import { reviewLimits } from '@afterword/validation/review/rules'
import { toTrimmedText } from '@afterword/validation/primitives/storable-text'
import {
  familyFirstLetters,
  familyFirstName,
  familyWordsOf,
  partAtComma,
  withoutLast,
  withoutNumbers,
  wordsOf,
} from './name-words.ts'
import { isSameName, partsOf, withoutFamily } from './repeated-words.ts'

export interface Person {
  readonly firstName: string | null
  readonly lastName: string | null
}

/** 조수빈 → 조*빈, 김훈 → 김*. */
const maskName = (name: string): string => {
  const characters = Array.from(name)
  const last = characters.length > 2 ? (characters.at(-1) ?? '') : ''
  const hidden = characters.length - 1 - Array.from(last).length
  return `${characters[0] ?? ''}${'*'.repeat(Math.max(hidden, 1))}${last}`
}

const initialOf = (word = ''): string => {
  const [initial] = /\p{L}\p{M}*/u.exec(word) ?? []
  return initial === undefined ? '' : ` ${initial.toUpperCase()}.`
}

const join = (name: string, end: string): string =>
  `${fitText(name, reviewLimits.authorNameLength - Array.from(end).length)}${end}`

/** A whole name in one field: "Jane Doe" and "Doe, Jane" are "Jane D.". */
const shortenWhole = (text: string): string => {
  const parted = partAtComma(text)
  if (parted !== null) return join(parted.given[0] ?? '', initialOf(parted.family[0]))
  const words = wordsOf(text)
  return words.length > 1 ? join(words[0] ?? '', initialOf(words.at(-1))) : join(withoutNumbers(text), '')
}

/** The text that holds the whole name, because the other one holds nothing or repeats it; null for a name in two. */
const findWhole = (first: string, last: string): string | null => {
  const [given, family] = [wordsOf(first), familyWordsOf(last)]
  if (family.length === 0) return first
  if (partAtComma(first) !== null) return first
  if (familyFirstLetters(last) !== '') return given.length > 1 ? first : null
  if (isSameName(given, family)) return given.length < family.length || partAtComma(last) !== null ? last : first
  if (withoutFamily(given, family).length > 0) return null
  if (partAtComma(last) !== null) return last
  if (given.length > 1) return first
  return partsOf(first).length > 1 ? last : null
}

/** Of an address in the place of a name only what stands before the @ may be a name. */
const address = /(?<=\S)@\S*/gu

const displayGivenFirst = (first: string, last: string): string => {
  const named = first.replaceAll(address, '')
  if (named === '' || (wordsOf(named).length === 0 && /\p{N}/u.test(named))) return 'Customer'
  if (named !== first && wordsOf(named).length > 1) return shortenWhole(named)
  const whole = findWhole(named, last)
  if (whole !== null) return shortenWhole(whole)
  const family = familyWordsOf(last)
  return join(withoutLast(named, family), initialOf(family[0]))
}

/**
 * How a customer is named beside a review unless they say otherwise: "Mina K.", and "조*빈" where the family name
 * comes first, whichever of the two fields hold the name and whatever stands around it. Never too long for its field.
 *
 * @see docs/decisions/045-names-in-short.md
 */
export const displayName = (person: Person): string => {
  const [first, last] = [toTrimmedText(person.firstName ?? ''), toTrimmedText(person.lastName ?? '')]
  const name = familyFirstName(first, last)
  if (name === null) return displayGivenFirst(first, last)
  return join(maskName(name), familyFirstLetters(last) === '' ? initialOf(familyWordsOf(last)[0]) : '')
}
