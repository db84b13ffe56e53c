import { bigint, index, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '../kernel/columns.ts'

/**
 * What else happened at a time, for the operator's plots: a process that started with a release, a run
 * of scheduled work, rows that the log of attempts lost. Append-only; deleted in time (`retentions`).
 */
export const processMark = pgTable(
  'process_mark',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    kind: text({ enum: ['release', 'work', 'gap'] }).notNull(),
    name: text().notNull(),
    at: instant().notNull().defaultNow(),
    /** End of a run of work. */
    until: instant(),
  },
  (table) => [index('process_mark_at').on(table.at)],
)
