import { fitText } from '@afterword/validation/name'
import { reviewLimits } from '@afterword/validation/review-rules'
import { toTrimmedText } from '@afterword/validation/storable-text'

interface Person {
  readonly firstName: string | null
  readonly lastName: string | null
}

/** Hangul and Chinese characters: the family name comes first, without a space, and an initial says nothing. */
const familyFirst = /^[\p{Script=Hangul}\p{Script=Han}]+$/u

/** 조수빈 → 조*빈, 김훈 → 김*. */
const maskName = (name: string): string => {
  const characters = Array.from(name)
  const last = characters.length > 2 ? (characters.at(-1) ?? '') : ''
  const hidden = characters.length - 1 - Array.from(last).length
  return `${characters[0] ?? ''}${'*'.repeat(Math.max(hidden, 1))}${last}`
}

/**
 * How a customer is named beside a review unless they say otherwise: "Mina K.", and "조*빈" where the family name
 * comes first. Never too long for its field.
 */
export const displayName = (person: Person): string => {
  const [first, last] = [toTrimmedText(person.firstName ?? ''), toTrimmedText(person.lastName ?? '')]
  const whole = `${last}${first}`.replaceAll(' ', '')
  if (familyFirst.test(whole)) return fitText(maskName(whole), reviewLimits.authorNameLength)
  if (first === '') return 'Customer'
  const [initial] = Array.from(last)
  const end = initial === undefined ? '' : ` ${initial.toUpperCase()}.`
  return `${fitText(first, reviewLimits.authorNameLength - Array.from(end).length)}${end}`
}
