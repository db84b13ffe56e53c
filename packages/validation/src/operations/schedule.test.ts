import { expect, test } from 'vitest'
import { defaultScheduleWindow, scheduleWindowSchema } from './schedule.ts'
import { formatClockMinute, isTimeZone, parseClock } from './rules.ts'

const codeOf = (window: unknown): string | undefined => scheduleWindowSchema.safeParse(window).error?.issues[0]?.message

test('what is no window is told by a code of its own', () => {
  expect(scheduleWindowSchema.parse(defaultScheduleWindow)).toEqual(defaultScheduleWindow)
  for (const startMinute of [-1, 1_440, 1.5, '60', null]) {
    expect(codeOf({ ...defaultScheduleWindow, startMinute })).toBe('schedule.start_invalid')
  }
  for (const lengthMinutes of [29, 1_441, 60.5, Number.NaN, undefined]) {
    expect(codeOf({ ...defaultScheduleWindow, lengthMinutes })).toBe('schedule.length_invalid')
  }
  for (const timeZone of ['', 'Europe/Atlantis', '+01:00', 'x'.repeat(65), 3]) {
    expect(codeOf({ ...defaultScheduleWindow, timeZone })).toBe('schedule.time_zone_invalid')
  }
})

test('every time zone that is offered is accepted', () => {
  expect(['UTC', ...Intl.supportedValuesOf('timeZone')].filter((name) => !isTimeZone(name))).toEqual([])
})

test('a time on the clock is read and written alike, and nothing else is one', () => {
  for (const text of ['00:00', '07:30', '23:59']) expect(formatClockMinute(parseClock(text) ?? -1)).toBe(text)
  for (const text of ['', '7:30', '24:00', '12:60', '07:30:00', ' 07:30']) expect(parseClock(text)).toBeNull()
})
