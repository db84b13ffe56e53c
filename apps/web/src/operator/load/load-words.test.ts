import { defaultScheduleWindow } from '@afterword/validation/operations/schedule'
import { expect, test } from 'vitest'
import { describeLength, describeRuns, describeSpread, describeWindow } from './load-words.ts'

const preview = (shopCount: number, before: number, after: number) => ({
  shopCount,
  fullestMinute: { before, after },
  effectiveFrom: '2026-11-26',
  day: '2026-11-26',
  timeZone: 'UTC',
  stepMinutes: 10,
  points: [],
})
const seven = { ...defaultScheduleWindow, startMinute: 420 }

test('the sentence says how many start in a minute beside how many would', () => {
  expect(describeSpread(preview(2_000, 19, 14), seven)).toBe(
    '2,000 shops: at most 14 start in one minute (now 19); all at 07:00 would be 2,000.',
  )
  expect(describeSpread(preview(2, 1, 1), seven)).toBe(
    '2 shops: at most 1 starts in one minute; all at 07:00 would be 2.',
  )
  expect(describeSpread(preview(1, 1, 1), seven)).toBe(
    '1 shop: it starts at the same time every day, within this window.',
  )
})

test('a window is told by its ends, past midnight and over a whole day too', () => {
  expect(describeWindow(defaultScheduleWindow)).toBe('01:00 to 05:00, UTC')
  expect(describeWindow({ startMinute: 1_380, lengthMinutes: 120, timeZone: 'Asia/Seoul' })).toBe(
    '23:00 to 01:00, Asia/Seoul',
  )
  expect(describeWindow({ ...seven, lengthMinutes: 1_440 })).toBe('all day from 07:00, UTC')
})

test('lengths and results are told in words', () => {
  expect([30, 60, 90, 240].map(describeLength)).toEqual(['30 minutes', '1 hour', '1 hour 30 minutes', '4 hours'])
  const day = { day: '2026-11-24', timeZone: 'UTC', stepMinutes: 10, points: [] }
  expect(describeRuns({ ...day, done: 0, failed: 0, ratingsRepaired: 0 })).toBe('No daily work finished on that day.')
  expect(describeRuns({ ...day, done: 312, failed: 0, ratingsRepaired: 0 })).toBe(
    '312 shops done, none failed; all ratings were correct.',
  )
  expect(describeRuns({ ...day, done: 1, failed: 2, ratingsRepaired: 1 })).toBe(
    '1 shop done, 2 failed; 1 rating corrected.',
  )
})
