import { storedOutcomes, verdicts } from '@afterword/validation/incident/rules'
import type { AttemptMarks } from '@afterword/validation/incident/schema'
import { foreignKey, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import { createdAt, instant } from '../kernel/columns.ts'
import { incident } from './incident.ts'

/** A failed attempt with both its sides, its verdict and the evidence for it. One row per attempt. */
export const incidentAttempt = pgTable(
  'incident_attempt',
  {
    attemptId: uuid().primaryKey(),
    incidentId: uuid().notNull(),
    startedAt: instant().notNull(),
    verdict: text({ enum: verdicts }).notNull(),
    evidence: text().array().notNull(),
    marks: jsonb().$type<AttemptMarks>().notNull(),
    outcome: text({ enum: storedOutcomes }).notNull().default('open'),
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
