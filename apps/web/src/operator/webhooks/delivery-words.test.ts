import { expect, test } from 'vitest'
import { describeReason } from './delivery-words.ts'

test('a reason is told in words, an error in words about a message, and an unknown one as it is', () => {
  expect(describeReason('stale')).toBe('A newer message had already been processed.')
  expect(describeReason('body.invalid')).toBe('The message is not valid JSON.')
  expect(describeReason('some_old_code')).toBe('some_old_code')
  expect(describeReason('toString')).toBe('toString')
})
