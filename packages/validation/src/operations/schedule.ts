import type { ErrorCode } from '@afterword/errors'
import { z } from 'zod'
import { outputTime } from '../primitives/output.ts'
import { isTimeZone, minutesPerDay, windowLength } from './rules.ts'

const invalid = {
  start: 'schedule.start_invalid',
  length: 'schedule.length_invalid',
  timeZone: 'schedule.time_zone_invalid',
} as const satisfies Record<string, ErrorCode>

/** Between which hours of a day the daily work of all shops runs. It may end on the next day. */
export const scheduleWindowSchema = z.object({
  /** Minutes after midnight on the wall clock of `timeZone`. */
  startMinute: z
    .int({ error: invalid.start })
    .min(0, invalid.start)
    .max(minutesPerDay - 1, invalid.start),
  /** Minutes that pass, whatever clocks are set to meanwhile. */
  lengthMinutes: z
    .int({ error: invalid.length })
    .min(windowLength.least, invalid.length)
    .max(windowLength.most, invalid.length),
  /** IANA name. */
  timeZone: z.string({ error: invalid.timeZone }).max(64, invalid.timeZone).refine(isTimeZone, invalid.timeZone),
})
export type ScheduleWindow = z.infer<typeof scheduleWindowSchema>

/** In force until an operator saves one. */
export const defaultScheduleWindow: ScheduleWindow = { startMinute: 60, lengthMinutes: 240, timeZone: 'UTC' }

const count = z.int().min(0)
/** A calendar day, `2026-11-25`. */
const day = z.iso.date()

/** Points of a day, each of so many minutes. The last one of a plot may be cut short by a clock change. */
const plotOf = <Point extends z.ZodRawShape>(point: Point) =>
  z.object({
    day,
    timeZone: z.string(),
    stepMinutes: z.int(),
    points: z.array(z.object({ at: outputTime, ...point })),
  })

export const scheduleSchema = z.object({
  /** Raised by every save; 0 before the first. */
  version: count,
  /** Shops that have daily work. */
  shopCount: count,
  inForce: scheduleWindowSchema,
  /** What was saved and has no day of its own yet. */
  next: z.object({ window: scheduleWindowSchema, effectiveFrom: day }).nullable(),
  timeZones: z.array(z.string()),
  /** The day before, by the clock of the window in force: what the server did. */
  dayBefore: plotOf({ calls: count, runs: count }).extend({
    done: count,
    failed: count,
    ratingsRepaired: count,
  }),
})

export const schedulePreviewSchema = plotOf({ before: count, after: count }).extend({
  shopCount: count,
  /** The first day that would go by the window if it were saved now. */
  effectiveFrom: day,
  /** Starts in the fullest minute of the day. */
  fullestMinute: z.object({ before: count, after: count }),
})

export const saveScheduleSchema = z.object({
  window: scheduleWindowSchema,
  /** The version this one was made from; another one saved since is not overwritten. */
  baseVersion: z.int32().min(0),
})

export const savedScheduleSchema = z.object({ version: count, window: scheduleWindowSchema, effectiveFrom: day })
