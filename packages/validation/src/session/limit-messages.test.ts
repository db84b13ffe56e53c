import { type ErrorCode, errorCodes } from '@afterword/errors'
import { ko } from '@afterword/language/texts/errors/ko'
import { expect, test } from 'vitest'
import { mostCalls } from '../primitives/batch.ts'
import { nameLimits } from '../primitives/name.ts'
import { windowLength } from '../operations/rules.ts'
import { reviewLimits } from '../review/rules.ts'
import { isLesserRole, memberRoles, passwordLength } from './rules.ts'

const inWords: Readonly<Record<number, string>> = { [mostCalls]: 'ten' }
const written = (limit: number): string => inWords[limit] ?? limit.toLocaleString('en')

test.each<[ErrorCode, number]>([
  ['batch.too_large', mostCalls],
  ['name.invalid', nameLimits.typed],
  ['password.too_short', passwordLength.least],
  ['review.author_name_too_long', reviewLimits.authorNameLength],
  ['review.body_too_long', reviewLimits.bodyLength],
  ['review.reply_too_long', reviewLimits.replyLength],
  ['review.title_too_long', reviewLimits.titleLength],
  ['schedule.length_invalid', windowLength.least],
  ['schedule.length_invalid', windowLength.most],
])('what people are told with %s is the limit that holds: %i', (code, limit) => {
  expect(errorCodes[code].message.split(/[^\w,]/)).toContain(written(limit))
  const translated: Readonly<Record<string, string>> = ko.messages
  // Only customers read them in other languages.
  if (Object.hasOwn(translated, code)) expect(translated[code]?.split(/[^\d,]/)).toContain(limit.toLocaleString('ko'))
})

test('a role is less than those before it, and no role than itself', () => {
  const pairs = memberRoles.flatMap((role) => memberRoles.map((than) => [role, than] as const))
  expect(pairs.filter(([role, than]) => isLesserRole(role, than))).toEqual([
    ['moderator', 'owner'],
    ['viewer', 'owner'],
    ['viewer', 'moderator'],
  ])
})
