import { expect, test } from 'vitest'
import { formatClockIn, formatExactTime, formatTimeAgo, formatUtc } from './format-time.ts'

const now = Date.parse('2026-11-24T12:00:00Z')

test('times are told in the largest unit that fits, past and future', () => {
  expect(formatTimeAgo('2026-11-24T11:59:30Z', now)).toBe('just now')
  expect(formatTimeAgo('2026-11-24T11:58:00Z', now)).toBe('2 minutes ago')
  expect(formatTimeAgo('2026-11-24T09:59:00Z', now)).toBe('2 hours ago')
  expect(formatTimeAgo('2026-11-23T11:00:00Z', now)).toBe('yesterday')
  expect(formatTimeAgo('2026-11-27T13:00:00Z', now)).toBe('in 3 days')
  expect(formatTimeAgo('2026-12-08T11:59:00Z', now)).toBe('in 14 days')
  expect(formatTimeAgo('2026-11-11T12:30:00Z', now)).toBe('13 days ago')
  expect(formatTimeAgo('2026-10-20T12:00:00Z', now)).toBe('5 weeks ago')
})

test('what is no time shows nothing instead of "Invalid Date"', () => {
  expect(formatTimeAgo('soon', now)).toBe('')
  expect(formatExactTime('soon')).toBe('')
  expect(formatUtc('soon')).toBe('')
})

test('an event of the installation is told to the second, in UTC', () => {
  expect(formatUtc('2026-11-24T08:02:11Z')).toBe('24 Nov 2026, 08:02:11 UTC')
})

test('a time of day is that of the zone asked for, on a clock of 24 hours', () => {
  expect(formatClockIn('2026-11-24T23:30:00Z', 'Europe/Berlin')).toBe('00:30')
  expect(formatClockIn('2026-07-24T12:05:00Z', 'America/New_York')).toBe('08:05')
  expect(formatClockIn('soon', 'UTC')).toBe('')
})
