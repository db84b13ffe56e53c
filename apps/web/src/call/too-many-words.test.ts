import { expect, test } from 'vitest'
import { tooManyWords } from './too-many-words.ts'

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
})
