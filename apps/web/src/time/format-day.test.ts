import { expect, test } from 'vitest'
import { formatDay } from './format-day.ts'

test('a day is written as its reader’s language writes it, and what is no day shows nothing', () => {
  expect(formatDay('2026-11-24T00:30:00Z', 'ko')).toBe('2026년 11월 24일')
  expect(formatDay('2026-11-24', 'en-GB')).toBe('24 November 2026')
  expect(formatDay('soon', 'en')).toBe('')
})
