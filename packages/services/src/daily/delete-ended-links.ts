import { sql } from 'drizzle-orm'
import { deleteInBatches } from './delete-in-batches.ts'
import type { ShopTask } from './shop-task.ts'

/**
 * Deletes review links 30 days after they expired or were revoked. Whoever opens one is answered as
 * before: an ended link and an unknown one are told alike, and the way to a fresh link asks for the
 * customer's address, not for the old link.
 */
export const deleteEndedLinks = async (task: ShopTask): Promise<number> =>
  await deleteInBatches(task, {
    table: sql`review_link`,
    isEnded: sql`least(expires_at, revoked_at) < ${task.now.toISOString()}::timestamptz - interval '30 days'`,
  })
