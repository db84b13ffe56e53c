import { sql } from 'drizzle-orm'
import { keptSince } from '../../../kernel/retention.ts'
import { deleteInBatches } from './delete-in-batches.ts'
import type { ShopTask } from './shop-task.ts'

const endedAt = sql`least(expires_at, revoked_at)`

/** Whether somebody could still be mailed a fresh link for this one (answer-dead-link, load-fresh-link-orders). */
const hasOwner = sql`exists (
  select from review_request asked
  join shop_order o on o.shop_id = asked.shop_id and o.id = asked.order_id
  join shop_order own on own.shop_id = o.shop_id and own.cancelled_at is null
    and (own.id = o.id or own.customer_id = coalesce(review_link.customer_id, o.customer_id))
  join review_request r on r.shop_id = own.shop_id and r.order_id = own.id
  where asked.shop_id = review_link.shop_id and asked.id = review_link.review_request_id
    and coalesce(review_link.customer_id, o.customer_id) is not null)`

/**
 * Deletes links some time after they expired or were revoked, unless they are still useful: anyone who presses
 * the button of a dead review link has a fresh one mailed to the customer that its row leads to, so it goes
 * only where that is nobody. Looked at for 30 days; what is kept then is kept.
 */
export const deleteEndedLinks = async (task: ShopTask): Promise<number> => {
  const since = keptSince('reviewLink', task)
  const unsubscribing = await deleteInBatches(task, {
    table: sql`review_link`,
    isEnded: sql`purpose = 'unsubscribe' and ${endedAt} < ${since}`,
  })
  const ownerless = await deleteInBatches(task, {
    table: sql`review_link`,
    isEnded: sql`purpose = 'review' and ${endedAt} < ${since}
      and ${endedAt} > ${since} - interval '30 days' and not ${hasOwner}`,
  })
  return unsubscribing + ownerless
}
