import type { Executor } from '@afterword/db/client'
import { order, reviewRequest } from '@afterword/db/schema'
import { and, desc, eq, isNull } from 'drizzle-orm'

/** Enough for somebody who lost a link; more would make a mail nobody reads. */
const mostOrders = 3

/** A customer's latest orders that were ever up for review, newest first. */
export const loadFreshLinkOrders = async (
  db: Executor,
  customer: { readonly shopId: string; readonly id: string },
): Promise<{ orderId: string; name: string | null; locale: string | null; reviewRequestId: string }[]> =>
  await db
    .select({ orderId: order.id, name: order.name, locale: order.locale, reviewRequestId: reviewRequest.id })
    .from(order)
    .innerJoin(reviewRequest, and(eq(reviewRequest.shopId, order.shopId), eq(reviewRequest.orderId, order.id)))
    .where(and(eq(order.shopId, customer.shopId), eq(order.customerId, customer.id), isNull(order.cancelledAt)))
    .orderBy(desc(order.orderedAt), desc(order.id))
    .limit(mostOrders)
