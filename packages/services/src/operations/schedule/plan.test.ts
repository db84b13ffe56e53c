import { defaultScheduleWindow, type ScheduleWindow } from '@afterword/validation/operations/schedule'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstFreeDay, openedDays, type Plan, windowOf } from './plan.ts'
import { openingOf } from './internal/slot.ts'
import { addDays } from './internal/zoned-time.ts'

const builtIn = { version: 0, effectiveFrom: null, window: defaultScheduleWindow }
const plan: Plan = [builtIn]
const changed = (before: Plan, window: ScheduleWindow, now: Date): Plan => [
  { version: before[0].version + 1, effectiveFrom: firstFreeDay(before, window, now), window },
  ...before,
]
const at = (text: string): Date => new Date(text)
const berlin: ScheduleWindow = { startMinute: 120, lengthMinutes: 180, timeZone: 'Europe/Berlin' }

test('a window rules from the first day that has opened neither as planned nor by the new one', () => {
  const noon = at('2026-11-25T12:00:00Z')
  expect(firstFreeDay(plan, { ...defaultScheduleWindow, startMinute: 1_380 }, noon)).toBe('2026-11-26')
  expect(firstFreeDay(plan, defaultScheduleWindow, at('2026-11-25T00:30:00Z'))).toBe('2026-11-25')
  // Before the planned opening at 01:00 but after the new one at 00:00 UTC: today stays as it was.
  expect(firstFreeDay(plan, { ...berlin, startMinute: 60 }, at('2026-11-25T00:30:00Z'))).toBe('2026-11-26')
})

test('a change leaves the days before it alone, and a second one replaces what has not begun', () => {
  const now = at('2026-11-25T12:00:00Z')
  const once = changed(plan, berlin, now)
  expect(windowOf(once, '2026-11-25')).toEqual(defaultScheduleWindow)
  expect(windowOf(once, '2026-11-26')).toEqual(berlin)
  const twice = changed(once, { ...berlin, lengthMinutes: 60 }, now)
  expect(windowOf(twice, '2026-11-25')).toEqual(defaultScheduleWindow)
  expect(windowOf(twice, '2026-11-26').lengthMinutes).toBe(60)
})

test('the days that have opened are the last two, whatever the zone', () => {
  expect(openedDays(plan, at('2026-11-25T00:59:59Z'))).toEqual(['2026-11-24', '2026-11-23'])
  expect(openedDays(plan, at('2026-11-25T01:00:00Z'))).toEqual(['2026-11-25', '2026-11-24'])
  const kiritimati: Plan = [
    { version: 1, effectiveFrom: '2026-01-01', window: { ...defaultScheduleWindow, timeZone: 'Pacific/Kiritimati' } },
  ]
  expect(openedDays(kiritimati, at('2026-11-25T12:00:00Z'))[0]).toBe('2026-11-26')
})

test('a window across a clock change opens once on every day, in the order of the days', () => {
  for (const first of ['2026-03-25', '2026-10-20']) {
    const openings = Array.from({ length: 10 }, (_, index) => openingOf(berlin, addDays(first, index)).getTime())
    expect(new Set(openings).size).toBe(10)
    expect(openings).toEqual(openings.toSorted((a, b) => a - b))
  }
})

const windows = fc.record({
  startMinute: fc.integer({ min: 0, max: 1_439 }),
  lengthMinutes: fc.integer({ min: 30, max: 1_440 }),
  timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/New_York'),
})

test('whatever is changed and when, no day that has opened goes by another window afterwards', () => {
  const instants = fc.date({ min: at('2026-01-01T00:00:00Z'), max: at('2027-01-01T00:00:00Z'), noInvalidDate: true })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(windows, fc.integer({ min: 0, max: 3_000 })), { maxLength: 6 }),
      instants,
      (changes, start) => {
        let [current, now]: [Plan, Date] = [plan, start]
        for (const [window, minutes] of changes) {
          now = new Date(now.getTime() + minutes * 60_000)
          const next = changed(current, window, now)
          for (const day of openedDays(current, now, 3)) expect(windowOf(next, day)).toEqual(windowOf(current, day))
          expect(openedDays(next, now, 3)).toEqual(openedDays(current, now, 3))
          expect(windowOf(next, addDays(now.toISOString().slice(0, 10), 3))).toEqual(window)
          current = next
        }
      },
    ),
  )
})
