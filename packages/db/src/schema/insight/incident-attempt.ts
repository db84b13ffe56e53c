import { foreignKey, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import { createdAt, instant } from '../kernel/columns.ts'
import { incident } from './incident.ts'

/** One side's marks of an attempt, in milliseconds after its start. */
export interface AttemptMarks {
  readonly client: {
    readonly durationMs: number
    readonly errorName: string
    readonly errorMessage: string
    readonly isOnline: boolean
    readonly wasHidden: boolean
    readonly wasLeaving: boolean
  } | null
  readonly server: {
    readonly receivedMs: number
    readonly committedMs: number | null
    readonly finishedMs: number | null
    readonly closedMs: number | null
    readonly httpStatus: number | null
    readonly code: string | null
  } | null
}

/** A failed attempt with both its sides, its verdict and the evidence for it. One row per attempt. */
export const incidentAttempt = pgTable(
  'incident_attempt',
  {
    attemptId: uuid().primaryKey(),
    incidentId: uuid().notNull(),
    startedAt: instant().notNull(),
    verdict: text().notNull(),
    evidence: text().array().notNull(),
    marks: jsonb().$type<AttemptMarks>().notNull(),
    outcome: text({ enum: ['recovered_by_retry', 'recovered_later', 'gave_up', 'open'] })
      .notNull()
      .default('open'),
    shopId: uuid(),
    reviewRequestId: uuid(),
    lineItemId: uuid(),
    submissionId: uuid(),
    requestId: text(),
    browser: text(),
    place: text(),
    release: text(),
    createdAt: createdAt(),
  },
  (table) => [
    index('incident_attempt_incident').on(table.incidentId, table.startedAt),
    index('incident_attempt_open')
      .on(table.startedAt)
      .where(sql`outcome = 'open'`),
    index('incident_attempt_shop').on(table.shopId, table.startedAt),
    index('incident_attempt_time').on(table.startedAt, table.attemptId),
    index('incident_attempt_request').on(table.requestId),
    index('incident_attempt_submission').on(table.submissionId),
    foreignKey({
      name: 'incident_attempt_incident_fkey',
      columns: [table.incidentId],
      foreignColumns: [incident.id],
    }).onDelete('cascade'),
  ],
)
