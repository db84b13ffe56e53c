import { bigint, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '../kernel/columns.ts'

/**
 * What browsers themselves told us of our pages (Network Error Logging, the Reporting API): failures
 * before any script of ours ran. Names no visitor: addresses are without codes. Deleted in time (`retentions`).
 */
export const browserReport = pgTable(
  'browser_report',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** `network-error`, `crash`, `intervention`, … */
    kind: text().notNull(),
    /** When it happened: the browser says how long ago. */
    at: instant().notNull(),
    url: text().notNull(),
    /** Of a network error: `dns`, `connection` or `application`. */
    phase: text(),
    /** e.g. `tcp.timed_out`, `http.error`, `oom`. */
    reason: text(),
    httpStatus: integer(),
    elapsedMs: integer(),
    browser: text(),
    /** The network it came from, shortened. */
    place: text(),
  },
  (table) => [index('browser_report_at').on(table.at)],
)
