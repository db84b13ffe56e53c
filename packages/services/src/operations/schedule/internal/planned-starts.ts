import type { ScheduleWindow } from '@afterword/validation/operations/schedule'
import type { DayFrame } from './day-frame.ts'
import { openingOf, slotAfter } from './slot.ts'
import { addDays } from './zoned-time.ts'

const minuteMs = 60_000

/** Days whose windows may reach into a day of a zone 26 hours away. */
const neighbours = [-3, -2, -1, 0, 1, 2] as const

/** When shops start on a calendar day, if a window ruled the days around it as well. In no order. */
export const plannedStarts = (window: ScheduleWindow, frame: DayFrame, shares: readonly number[]): Date[] =>
  neighbours.flatMap((days) => {
    const opening = openingOf(window, addDays(frame.day, days))
    const closing = slotAfter(opening, window.lengthMinutes, 1)
    if (opening >= frame.until || closing <= frame.from) return []
    return shares
      .map((share) => slotAfter(opening, window.lengthMinutes, share))
      .filter((at) => at >= frame.from && at < frame.until)
  })

/** Starts in the fullest minute. */
export const fullestMinute = (starts: readonly Date[]): number => {
  const perMinute = new Map<number, number>()
  for (const at of starts) {
    const minute = Math.floor(at.getTime() / minuteMs)
    perMinute.set(minute, (perMinute.get(minute) ?? 0) + 1)
  }
  let most = 0
  for (const count of perMinute.values()) most = Math.max(most, count)
  return most
}
