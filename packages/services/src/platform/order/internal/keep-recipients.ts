import { reviewLink, reviewRequest } from '@afterword/db/schema'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { isMailOver } from '../../../asking/request/request-state.ts'
import type { ShopScope } from '../../../shop/shop-scope.ts'
import type { OrderRow } from './lock-order.ts'

/**
 * Call it before an order goes over to another customer: what was sent without naming its recipient was sent to the one
 * it belonged to until now.
 */
export const keepRecipients = async (
  { tx, shop }: ShopScope,
  { id, customerId }: Pick<OrderRow, 'id' | 'customerId'>,
): Promise<void> => {
  if (customerId === null) return
  const isOfOrder = and(eq(reviewRequest.shopId, shop.id), eq(reviewRequest.orderId, id))
  await tx
    .update(reviewRequest)
    .set({ customerId })
    .where(and(isOfOrder, isMailOver(), isNull(reviewRequest.customerId)))
  const requests = tx.select({ id: reviewRequest.id }).from(reviewRequest).where(isOfOrder)
  await tx
    .update(reviewLink)
    .set({ customerId })
    .where(
      and(eq(reviewLink.shopId, shop.id), inArray(reviewLink.reviewRequestId, requests), isNull(reviewLink.customerId)),
    )
}
