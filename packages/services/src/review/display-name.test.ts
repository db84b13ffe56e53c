import { reviewContentSchema } from '@afterword/validation/review'
import { toPersonName } from '@afterword/validation/name'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shownNames } from '../testing/shown-names.ts'
import { displayName } from './display-name.ts'

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

describe.each(Object.entries(shownNames))('%s', (_title, names) => {
  test.each(names)('%s %s → %s', (firstName, lastName, expected) => {
    expect(displayName({ firstName, lastName })).toBe(expected)
  })
})
