import { sql } from 'drizzle-orm'
import { keptSince } from '../../../kernel/retention.ts'
import { deleteInBatches } from './delete-in-batches.ts'
import type { ShopTask } from './shop-task.ts'

/**
 * Deletes drafts whose words were sent: those older than the latest sending of the item's review, which
 * a call that came late had left behind, and changes to a review that nobody touched for as long as one is kept. A draft
 * of an item without a review stays.
 */
export const deleteSettledDrafts = async (task: ShopTask): Promise<number> =>
  await deleteInBatches(task, {
    table: sql`review_draft`,
    isEnded: sql`exists (
      select from review r
      where r.shop_id = review_draft.shop_id and r.line_item_id = review_draft.line_item_id
        and review_draft.updated_at <= greatest(r.created_at, r.edited_at,
          ${keptSince('reviewDraft', task)}))`,
  })
