import { reviewContentSchema } from '@afterword/validation/review'
import { toPersonName } from '@afterword/validation/name'
import fc from 'fast-check'
import { expect, test } from 'vitest'
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

test('a customer is named by first name and initial', () => {
  expect(displayName({ firstName: ' Mina ', lastName: 'kim' })).toBe('Mina K.')
  expect(displayName({ firstName: null, lastName: 'Kim' })).toBe('Customer')
})

test('a name whose family name comes first is masked in the middle, in one field or in two', () => {
  expect(displayName({ firstName: '수빈', lastName: '조' })).toBe('조*빈')
  expect(displayName({ firstName: '조 수빈', lastName: null })).toBe('조*빈')
  expect(displayName({ firstName: '훈', lastName: '김' })).toBe('김*')
  expect(displayName({ firstName: '민수', lastName: '남궁' })).toBe('남**수')
  expect(displayName({ firstName: null, lastName: '이' })).toBe('이*')
  expect(displayName({ firstName: '小明', lastName: '王' })).toBe('王*明')
  expect(displayName({ firstName: 'Subin', lastName: '조' })).toBe('Subin 조.')
})
