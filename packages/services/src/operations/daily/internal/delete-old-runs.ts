import { sql } from 'drizzle-orm'
import { keptSince } from '../../../kernel/retention.ts'
import { deleteInBatches } from './delete-in-batches.ts'
import type { ShopTask } from './shop-task.ts'

/** Deletes old notes of daily work. */
export const deleteOldRuns = async (task: ShopTask): Promise<number> =>
  await deleteInBatches(task, {
    table: sql`shop_daily_run`,
    isEnded: sql`day < (${keptSince('dailyRun', task)})::date`,
  })
