import { reviewContentSchema } from '@afterword/validation/review'
import { toPersonName } from '@afterword/validation/name'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { displayName } from './reachable-line-item.ts'

test('the name that we fill in is never refused, whatever the platform calls the customer', () => {
  const names = [
    ['x'.repeat(200), 'Kim'],
    ['👩‍👩‍👧'.repeat(80), 'ß'],
    [toPersonName('Adélaïde '.repeat(40)), null],
    ['\u00AD', 'Kim'],
  ] as const
  for (const [firstName, lastName] of names) {
    const authorName = displayName({ firstName, lastName })
    expect(reviewContentSchema.parse({ rating: 5, body: 'Soft.', authorName }).authorName).toBe(authorName)
  }
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme' }),
      (firstName, lastName) => {
        const authorName = displayName({ firstName, lastName })
        expect(reviewContentSchema.safeParse({ rating: 5, body: 'Soft.', authorName }).success).toBe(true)
        expect(authorName).not.toBe('')
      },
    ),
  )
})

test('a customer is named by first name and initial', () => {
  expect(displayName({ firstName: ' Mina ', lastName: 'kim' })).toBe('Mina K.')
  expect(displayName({ firstName: null, lastName: 'Kim' })).toBe('Customer')
})
