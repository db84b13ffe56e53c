import { sql } from 'drizzle-orm'
import { deleteInBatches } from './delete-in-batches.ts'
import type { ShopTask } from './shop-task.ts'

/** Deletes hits of links after 90 days. */
export const deleteLinkHits = async (task: ShopTask): Promise<number> =>
  await deleteInBatches(task, {
    table: sql`link_hit`,
    isEnded: sql`at < ${task.now.toISOString()}::timestamptz - interval '90 days'`,
  })
