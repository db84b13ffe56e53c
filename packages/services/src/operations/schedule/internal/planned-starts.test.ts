import { defaultScheduleWindow, type ScheduleWindow } from '@afterword/validation/operations/schedule'
import fc from 'fast-check'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { countBySteps, frameDay } from './day-frame.ts'
import { fullestMinute, plannedStarts } from './planned-starts.ts'
import { slotShare } from './slot.ts'

const shares = Array.from({ length: 300 }, () => slotShare(randomUUID()))
const countsOf = (window: ScheduleWindow, day: string, timeZone: string): number[] => {
  const frame = frameDay(day, timeZone)
  return countBySteps(frame, plannedStarts(window, frame, shares))
}
const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)

test('every shop starts once within any 24 hours, whatever zone the day is looked at from', () => {
  const zones = fc.constantFrom('UTC', 'Asia/Kolkata', 'Pacific/Kiritimati', 'Pacific/Pago_Pago')
  const windows = fc.record({
    startMinute: fc.integer({ min: 0, max: 1_439 }),
    lengthMinutes: fc.integer({ min: 30, max: 1_440 }),
    timeZone: zones,
  })
  fc.assert(
    fc.property(windows, zones, (window, zone) => {
      expect(sum(countsOf(window, '2026-11-26', zone))).toBe(shares.length)
    }),
  )
})

test('a window past midnight shows at both ends of the day', () => {
  const counts = countsOf({ startMinute: 23 * 60, lengthMinutes: 120, timeZone: 'UTC' }, '2026-11-26', 'UTC')
  expect(counts).toHaveLength(144)
  expect(sum(counts.slice(0, 6))).toBeGreaterThan(0)
  expect(sum(counts.slice(6, -6))).toBe(0)
  expect(sum(counts.slice(-6))).toBeGreaterThan(0)
})

test('a day of 23 or 25 hours has as many steps', () => {
  expect(frameDay('2026-03-29', 'Europe/Berlin').steps).toHaveLength(138)
  expect(frameDay('2026-10-25', 'Europe/Berlin').steps).toHaveLength(150)
})

test('the fullest minute is counted from the starts themselves', () => {
  expect(fullestMinute([])).toBe(0)
  const at = (text: string): Date => new Date(`2026-11-26T${text}Z`)
  expect(fullestMinute([at('01:00:59'), at('01:01:00'), at('01:01:59')])).toBe(2)
  const frame = frameDay('2026-11-26', 'UTC')
  const starts = plannedStarts(defaultScheduleWindow, frame, shares)
  expect(fullestMinute(starts)).toBeLessThanOrEqual(Math.max(...countBySteps(frame, starts)))
})
