import type { Executor } from '@afterword/db/connection/client'
import { scheduleWindow } from '@afterword/db/schema'
import { defaultScheduleWindow, type ScheduleWindow } from '@afterword/validation/operations/schedule'
import { desc } from 'drizzle-orm'
import { openingOf } from './internal/slot.ts'
import { addDays } from './internal/zoned-time.ts'

interface PlannedWindow {
  readonly version: number
  /** The first day that goes by it; null for the one that was always there. */
  readonly effectiveFrom: string | null
  readonly window: ScheduleWindow
}

/** Which window each day goes by, past and to come. The newest first, never empty. */
export type Plan = readonly [PlannedWindow, ...PlannedWindow[]]

const builtIn: PlannedWindow = { version: 0, effectiveFrom: null, window: defaultScheduleWindow }

/** Days with a change that are read: those to come, and more than are looked back at. */
const latestChanges = 10

export const loadPlan = async (db: Executor): Promise<Plan> => {
  const rows = await db
    .selectDistinctOn([scheduleWindow.effectiveFrom])
    .from(scheduleWindow)
    .orderBy(desc(scheduleWindow.effectiveFrom), desc(scheduleWindow.version))
    .limit(latestChanges)
  const planned = rows.map(({ version, effectiveFrom, startMinute, lengthMinutes, timeZone }) => ({
    version,
    effectiveFrom,
    window: { startMinute, lengthMinutes, timeZone },
  }))
  const [newest = builtIn, ...older] = planned.toSorted((a, b) => b.version - a.version)
  return [newest, ...older, builtIn]
}

/** The window that a day goes by: the latest saved of those that reach it. */
export const windowOf = (plan: Plan, day: string): ScheduleWindow =>
  (plan.find(({ effectiveFrom }) => effectiveFrom === null || effectiveFrom <= day) ?? builtIn).window

const utcDay = (at: Date): string => at.toISOString().slice(0, 10)

/** No clock on earth is further than 14 hours from UTC: what a day's window is, is decided within these. */
const furthestDays = 2

/**
 * The latest days whose windows have opened, the last one first. What is older is not made good: the
 * next run does all that the missed ones would have done.
 */
export const openedDays = (plan: Plan, now: Date, count = 2): string[] => {
  const latest = addDays(utcDay(now), furthestDays)
  const candidates = Array.from({ length: 2 * furthestDays + count }, (_, index) => addDays(latest, -index))
  return candidates.filter((day) => openingOf(windowOf(plan, day), day) <= now).slice(0, count)
}

/**
 * The first day that a window saved now may rule: from there on no day's window has opened, neither as
 * planned nor by the new one. Every day before keeps its window, so none is skipped and none runs twice.
 */
export const firstFreeDay = (plan: Plan, window: ScheduleWindow, now: Date): string => {
  const isFree = (day: string): boolean => openingOf(windowOf(plan, day), day) > now && openingOf(window, day) > now
  let day = addDays(utcDay(now), furthestDays)
  while (isFree(addDays(day, -1))) day = addDays(day, -1)
  return day
}
