import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { bytea, instant } from '../kernel/columns.ts'

/**
 * How many mails of a kind somebody has caused for an address, and when the next may go. Life of a row: made by
 * the first mail; each further one raises `sent` and moves both times; after `forgotten_at` the next mail counts
 * as the first again, and the row is swept away a day later.
 */
export const mailAllowance = pgTable(
  'mail_allowance',
  {
    /** Which mail, and by what kind of asker, e.g. `sign_in.stranger`. */
    kind: text().notNull(),
    /** HMAC of what it is counted for: an address, an address and a network, a browser of an account. */
    subject: bytea().notNull(),
    sent: integer().notNull(),
    nextAt: instant().notNull(),
    forgottenAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ name: 'mail_allowance_pkey', columns: [table.kind, table.subject] }),
    index('mail_allowance_end').on(table.forgottenAt),
  ],
)
