import { minutesPerDay, windowLength } from '@afterword/validation/operations/rules'
import { sql } from 'drizzle-orm'
import { check, date, integer, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt } from '../kernel/columns.ts'

/**
 * Between which hours the installation's daily work runs. Append-only: day D goes by the highest version whose `effective_from` is not after D, and a version
 * only ever takes days that have not begun.
 */
export const scheduleWindow = pgTable(
  'schedule_window',
  {
    version: integer().primaryKey(),
    /** The first day that goes by it. */
    effectiveFrom: date({ mode: 'string' }).notNull(),
    /** Minutes after midnight on the wall clock of `time_zone`. */
    startMinute: smallint().notNull(),
    lengthMinutes: smallint().notNull(),
    /** IANA name. */
    timeZone: text().notNull(),
    savedByUserId: uuid().notNull(),
    savedAt: createdAt(),
  },
  () => [
    check('schedule_window_start_range', sql.raw(`start_minute between 0 and ${minutesPerDay - 1}`)),
    check(
      'schedule_window_length_range',
      sql.raw(`length_minutes between ${windowLength.least} and ${windowLength.most}`),
    ),
  ],
)
