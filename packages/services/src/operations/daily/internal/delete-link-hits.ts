import { sql } from 'drizzle-orm'
import { keptSince } from '../../../kernel/retention.ts'
import { deleteInBatches } from './delete-in-batches.ts'
import type { ShopTask } from './shop-task.ts'

/** Deletes old visits of links. */
export const deleteLinkHits = async (task: ShopTask): Promise<number> =>
  await deleteInBatches(task, {
    table: sql`link_hit`,
    isEnded: sql`at < ${keptSince('linkHit', task)}`,
  })
