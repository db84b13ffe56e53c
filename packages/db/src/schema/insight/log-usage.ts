import { bigint, date, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from '../kernel/columns.ts'

const counter = () => bigint({ mode: 'number' }).notNull().default(0)

/**
 * What the logs that anybody's calls can fill have taken in one day, for each network and in all. Life of a row: made
 * by the first batch of the day; grows with every batch; once `fullSince` is set, what comes is counted in
 * `refusedRows` and kept nowhere; deleted with the logs themselves. Belongs to the operator, not to a shop.
 */
export const logUsage = pgTable(
  'log_usage',
  {
    /** The day in UTC. */
    day: date().notNull(),
    log: text({ enum: ['attempts', 'reports', 'browser_reports'] }).notNull(),
    /** A network (/24, /48), `unknown`, or `*` for all together. */
    place: text().notNull(),
    rows: counter(),
    bytes: counter(),
    refusedRows: counter(),
    /** Since when the day's quota is used up; null while it is not. */
    fullSince: instant(),
  },
  (table) => [primaryKey({ name: 'log_usage_pkey', columns: [table.day, table.log, table.place] })],
)
