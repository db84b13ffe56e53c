import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayAt, zonedInstant } from './zoned-time.ts'

const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Kiritimati', 'Australia/Lord_Howe']
const instant = (text: string): Date => new Date(text)

test('a time of day is found by the zone’s clock, in winter and in summer', () => {
  expect(zonedInstant('2026-01-15', 60, 'Europe/Berlin')).toEqual(instant('2026-01-15T00:00:00Z'))
  expect(zonedInstant('2026-07-15', 60, 'Europe/Berlin')).toEqual(instant('2026-07-14T23:00:00Z'))
  expect(zonedInstant('2026-01-15', 60, 'Pacific/Kiritimati')).toEqual(instant('2026-01-14T11:00:00Z'))
})

test('a time that the clock leaves out comes later by the jump, one that it repeats is the first', () => {
  expect(zonedInstant('2026-03-29', 150, 'Europe/Berlin')).toEqual(instant('2026-03-29T01:30:00Z'))
  expect(zonedInstant('2026-10-25', 150, 'Europe/Berlin')).toEqual(instant('2026-10-25T00:30:00Z'))
  expect(zonedInstant('2026-03-08', 150, 'America/New_York')).toEqual(instant('2026-03-08T07:30:00Z'))
})

test('the day of the clock is the zone’s, not that of UTC', () => {
  expect(dayAt(instant('2026-11-25T23:30:00Z'), 'Europe/Berlin')).toBe('2026-11-26')
  expect(dayAt(instant('2026-11-26T03:30:00Z'), 'America/New_York')).toBe('2026-11-25')
})

test('every minute of every day exists once, in its order, and shows the day it was asked for', () => {
  const days = fc.integer({ min: 0, max: 3_650 }).map((passed) => addDays('2024-01-01', passed))
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 1_439 }), fc.constantFrom(...zones), (day, minute, zone) => {
      const at = zonedInstant(day, minute, zone)
      expect(dayAt(at, zone)).toBe(day)
      expect(zonedInstant(addDays(day, 1), minute, zone).getTime()).toBeGreaterThan(at.getTime())
      // A day has 23 to 25 hours.
      expect(Math.abs(zonedInstant(addDays(day, 1), minute, zone).getTime() - at.getTime() - 86_400_000)).toBeLessThan(
        3_600_001,
      )
    }),
  )
})
