import type { Transaction } from '@afterword/db/connection/client'
import { reviewRequest } from '@afterword/db/schema'
import { and, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { isMailOver } from '../request-state.ts'

interface OrderKey {
  readonly shopId: string
  readonly orderId: string
}

/** The mail is over, and the order belongs to somebody else by now. */
const wentToAnother = sql`${isMailOver(alias(reviewRequest, 'r'))} and r.customer_id <> o.customer_id`

/** Nobody opened a link of it or wrote through it: as far as we know the mail reached nobody. */
const wasForNobody = sql`(r.given_up_at is not null or not exists (
    select from link_hit h where h.shop_id = r.shop_id and h.review_request_id = r.id and h.kind <> 'scanned')
  and not exists (
    select from line_item i left join review v on v.shop_id = i.shop_id and v.line_item_id = i.id
      left join review_draft d on d.shop_id = i.shop_id and d.line_item_id = i.id
    where i.shop_id = r.shop_id and i.order_id = r.order_id and r.customer_id in (v.customer_id, d.recipient_id)))`

/**
 * Opens a review request again whose mail went, for nobody, to an address that the shop corrected since: the corrected
 * address gets a mail of its own. What the first mail's links open stays with the person it was sent to.
 *
 * @returns The request, if it was opened again.
 * @see docs/decisions/035-a-link-carries-its-recipient.md
 */
export const reopenRequest = async (
  tx: Transaction,
  { shopId, orderId }: OrderKey,
): Promise<{ id: string; sendAt: Date } | undefined> => {
  const isReopened = sql`${reviewRequest.id} in (select r.id from review_request r
    join shop_order o on o.shop_id = r.shop_id and o.id = r.order_id
    where r.shop_id = ${shopId} and r.order_id = ${orderId} and ${wentToAnother} and ${wasForNobody})`
  const [reopened] = await tx
    .update(reviewRequest)
    .set({ sentAt: null, handedOverAt: null, givenUpAt: null, attempts: 0, lastError: null, customerId: null })
    .where(and(eq(reviewRequest.shopId, shopId), isReopened))
    .returning({ id: reviewRequest.id, sendAt: reviewRequest.sendAt })
  return reopened
}
