import { fitText } from '@afterword/validation/name'
import { reviewLimits } from '@afterword/validation/review-rules'
import { toTrimmedText } from '@afterword/validation/storable-text'
import { familyFirstLetters, familyFirstName, wordsOf, withoutLast, withoutNumbers } from './name-words.ts'

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
  const [before = '', ...after] = text.split(',')
  const [family, given] = [wordsOf(before), wordsOf(after.join(' '))]
  if (family[0] !== undefined && given[0] !== undefined) return join(given[0], initialOf(family[0]))
  const words = wordsOf(text)
  return words.length > 1 ? join(words[0] ?? '', initialOf(words.at(-1))) : join(withoutNumbers(text), '')
}

const displayGivenFirst = (first: string, last: string): string => {
  const [given, family] = [wordsOf(first), wordsOf(last)]
  if (first === '' || (given.length === 0 && /\p{N}/u.test(first))) return 'Customer'
  const isWhole = family.length === 0 || (given.length > 1 && given.join(' ') === family.join(' '))
  return isWhole ? shortenWhole(first) : join(withoutLast(first, family), initialOf(family[0]))
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
  return join(maskName(name), familyFirstLetters(last) === '' ? initialOf(wordsOf(last)[0]) : '')
}
