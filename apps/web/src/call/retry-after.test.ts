import { expect, test } from 'vitest'
import { readRetryAfter, tooManyWords } from './retry-after.ts'

test.each([
  [1, '1 second'],
  [59, '59 seconds'],
  [61, '2 minutes'],
  [900, '15 minutes'],
  [3601, '2 hours'],
])('a wait of %i seconds is told as %s', (seconds, words) => {
  expect(tooManyWords(seconds)).toBe(`Too many attempts. Try again in ${words}.`)
})

test('without a time a wait is told without one', () => {
  expect(tooManyWords(null)).toContain('a few minutes')
  for (const text of ['', 'soon', '-1', 'Wed, 21 Oct 2026 07:28:00 GMT']) {
    expect(readRetryAfter(new Headers({ 'retry-after': text }))).toBeNull()
  }
  expect(readRetryAfter(undefined)).toBeNull()
  expect(readRetryAfter(new Headers({ 'retry-after': '90' }))).toBe(90)
})
