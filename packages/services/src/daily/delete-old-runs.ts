import { sql } from 'drizzle-orm'
import { deleteInBatches } from './delete-in-batches.ts'
import type { ShopTask } from './shop-task.ts'

/** Deletes notes of daily work after 90 days, as those of other scheduled work. */
export const deleteOldRuns = async (task: ShopTask): Promise<number> =>
  await deleteInBatches(task, {
    table: sql`shop_daily_run`,
    isEnded: sql`day < ${task.now.toISOString()}::date - 90`,
  })
