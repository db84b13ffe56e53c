import { sql } from 'drizzle-orm'
import { deleteInBatches } from './delete-in-batches.ts'
import type { ShopTask } from './shop-task.ts'

/** Deletes link codes of an older system after the day until which they are useful. */
export const deleteOldCodes = async (task: ShopTask): Promise<number> =>
  await deleteInBatches(task, {
    table: sql`old_link_code`,
    isEnded: sql`expires_at < ${task.now.toISOString()}::timestamptz`,
  })
