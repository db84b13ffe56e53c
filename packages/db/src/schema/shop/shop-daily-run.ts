import { date, foreignKey, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, shopId } from '../kernel/columns.ts'
import { shop } from './shop.ts'

/** What one run did, by task. */
export interface DailyCounts {
  readonly ratingsChecked: number
  readonly ratingsRepaired: number
  readonly linksDeleted: number
  readonly oldCodesDeleted: number
  readonly draftsDeleted: number
  readonly linkHitsDeleted: number
  readonly runsDeleted: number
  /** Not told by runs of earlier versions. */
  readonly webhookBodiesEmptied?: number
}

/**
 * A shop's daily work on one day. Life of a row: made with its job by the worker whose minute saw its
 * slot come (the key makes it one per shop and day); started again by every try; finished once, done or
 * failed. Deleted in time (`retentions`).
 */
export const shopDailyRun = pgTable(
  'shop_daily_run',
  {
    shopId: shopId(),
    /** The day on which the window opened, in the window's time zone. */
    day: date({ mode: 'string' }).notNull(),
    slotAt: instant().notNull(),
    queuedAt: instant().notNull(),
    /** Of the latest try. */
    startedAt: instant(),
    attempts: integer().notNull().default(0),
    finishedAt: instant(),
    outcome: text({ enum: ['done', 'failed'] }),
    /** The code of the latest failure. */
    lastError: text(),
    counts: jsonb().$type<DailyCounts>(),
  },
  (table) => [
    primaryKey({ name: 'shop_daily_run_pkey', columns: [table.shopId, table.day] }),
    index('shop_daily_run_queued').on(table.queuedAt),
    index('shop_daily_run_started').on(table.startedAt),
    foreignKey({ name: 'shop_daily_run_shop_fkey', columns: [table.shopId], foreignColumns: [shop.id] }),
  ],
)
