import { presences } from '@afterword/validation/incident/rules'
import { boolean, doublePrecision, index, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import { createdAt, instant } from '../kernel/columns.ts'

/**
 * What a browser saw of one call that failed, or of an error on a page. Life of a row: written when the
 * browser could speak again; joined with the server's side (`joined_at`) half a minute later; deleted
 * after the retention time. Holds no link code and nothing a visitor typed.
 */
export const clientReport = pgTable(
  'client_report',
  {
    attemptId: uuid().primaryKey(),
    kind: text({ enum: ['attempt', 'error'] }).notNull(),
    reportedAt: createdAt(),
    startedAt: instant().notNull(),
    durationMs: doublePrecision().notNull(),
    procedure: text().notNull(),
    submissionId: uuid(),
    lineItemId: uuid(),
    errorName: text().notNull(),
    errorMessage: text().notNull(),
    /** Stack of an error on the page. */
    stack: text(),
    httpStatus: smallint(),
    isOnline: boolean().notNull(),
    wasHidden: boolean().notNull(),
    wasLeaving: boolean().notNull(),
    /** Whether the request left the browser, where Resource Timing says so. */
    requestStarted: boolean(),
    /** Whether the person stayed until a second after the failure; null where the page could not tell. */
    presence: text({ enum: presences }),
    /** Whether another address of ours, and this one, were answered right after the failure. */
    originAnswered: boolean(),
    addressAnswered: boolean(),
    /** Whether the page's own content policy forbade the call. */
    isForbidden: boolean().notNull().default(false),
    release: text(),
    browser: text(),
    place: text(),
    joinedAt: instant(),
  },
  (table) => [
    index('client_report_waiting')
      .on(table.reportedAt)
      .where(sql`joined_at is null`),
    index('client_report_at').on(table.startedAt),
  ],
)
