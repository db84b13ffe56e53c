import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { bytea, instant } from '../kernel/columns.ts'

/**
 * How often something guessable was tried within the present window, counted for all processes
 * together. A row starts again when its window is over and is swept away a day later.
 */
export const attemptCount = pgTable(
  'attempt_count',
  {
    /** What is tried, e.g. `guess.account`. */
    scope: text().notNull(),
    /** HMAC of whom or what it is counted for: an address, a network. */
    subject: bytea().notNull(),
    count: integer().notNull(),
    windowEndsAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ name: 'attempt_count_pkey', columns: [table.scope, table.subject] }),
    index('attempt_count_end').on(table.windowEndsAt),
  ],
)
