import { index, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import { instant } from '../kernel/columns.ts'

/**
 * What the server saw of one try of a call from a customer's page. Written in batches, never on the way
 * of the answer. Partitioned by day of `received_at` (made by hand in the migration); whole days are
 * dropped when they are too old. Belongs to the operator, not to a shop: a call may name none.
 */
export const serverAttempt = pgTable(
  'server_attempt',
  {
    receivedAt: instant().notNull(),
    /** `x-attempt-id`: one per try. */
    attemptId: uuid().notNull(),
    requestId: text().notNull(),
    procedure: text().notNull(),
    shopId: uuid(),
    reviewRequestId: uuid(),
    lineItemId: uuid(),
    submissionId: uuid(),
    /** When the transaction of a write had ended. */
    committedAt: instant(),
    /** When the answer had been handed to the network in full. */
    finishedAt: instant(),
    /** When the connection closed before that. */
    closedAt: instant(),
    httpStatus: smallint(),
    code: text(),
    release: text(),
    browser: text(),
    place: text(),
  },
  (table) => [
    primaryKey({ name: 'server_attempt_pkey', columns: [table.receivedAt, table.attemptId] }),
    index('server_attempt_id').on(table.attemptId),
    index('server_attempt_submission').on(table.submissionId),
    index('server_attempt_failed')
      .on(table.receivedAt)
      .where(sql`http_status >= 500 or finished_at is null`),
  ],
)
