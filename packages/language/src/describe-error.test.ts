import { customerCodes } from '@afterword/errors/customer-codes'
import { expect, test } from 'vitest'
import { describeError, describeRefusal } from './describe-error.ts'
import { errorsTexts } from './texts/errors/texts.ts'
import { waitTexts } from './texts/wait/texts.ts'

const { en, ko } = errorsTexts

test('every code a customer can meet has words in each language, the English ones from its own entry', () => {
  for (const [code, { message }] of Object.entries(customerCodes)) {
    expect(describeError(en, code)).toBe(message)
    expect(describeError(ko, code) === ko.messages.internal, code).toBe(code === 'internal')
  }
  expect(describeError(ko, 'review.body_required')).toBe('내용을 조금이라도 적어 주세요.')
})

test.each(['constructor', '__proto__', 'language', 'messages', '', 'widget.settings_invalid'])(
  'what is no customer’s code is called our fault: %j',
  (code) => {
    expect(describeError(en, code)).toBe(en.messages.internal)
    expect(describeError(ko, code)).toBe(ko.messages.internal)
  },
)

test.each([
  [
    'rate.limited',
    90,
    'Too many attempts. Please try again in 2 minutes.',
    '시도가 너무 많습니다. 2분 뒤에 다시 시도해 주세요.',
  ],
  ['rate.limited', null, en.messages['rate.limited'], ko.messages['rate.limited']],
  ['email.invalid', 90, en.messages['email.invalid'], ko.messages['email.invalid']],
])('a refusal as %s that asks to wait %s seconds says so where it may', (code, retryAfterSeconds, english, korean) => {
  const refusal = { code, retryAfterSeconds }
  expect(describeRefusal({ errors: en, wait: waitTexts.en }, refusal)).toBe(english)
  expect(describeRefusal({ errors: ko, wait: waitTexts.ko }, refusal)).toBe(korean)
})
