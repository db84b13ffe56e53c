import { incidentStates, verdicts } from '@afterword/validation/incident/rules'
import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import { createdAt, instant } from '../kernel/columns.ts'

/**
 * Failed calls of one kind: the same verdict on the same procedure, for one shop or, when several are
 * hit within ten minutes, for all. Life of a row: opened by its first attempt; grows while the next
 * comes within two hours; muted or resolved by the operator, reopened when a resolved one returns.
 */
export const incident = pgTable(
  'incident',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    verdict: text({ enum: verdicts }).notNull(),
    procedure: text().notNull(),
    /** Null when it concerns several shops, or none that is known. */
    shopId: uuid(),
    state: text({ enum: incidentStates }).notNull().default('open'),
    firstAt: instant().notNull(),
    lastAt: instant().notNull(),
    /** When it was resolved last: what happened before that does not reopen it. */
    resolvedAt: instant(),
    /** How many attempts there were when the operator was told last; 0 before. */
    alertedCount: integer().notNull().default(0),
    /** When the operator was told that somebody gave up. */
    gaveUpAlertedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    index('incident_kind').on(table.verdict, table.procedure, table.lastAt),
    index('incident_last').on(table.lastAt.desc(), table.id.desc()),
  ],
)
