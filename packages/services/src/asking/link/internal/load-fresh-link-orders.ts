import type { Executor } from '@afterword/db/connection/client'
import { customer, order, reviewRequest } from '@afterword/db/schema'
import { and, desc, eq, exists, isNull, type SQL, sql } from 'drizzle-orm'

/** Enough for somebody who lost a link; more would make a mail nobody reads. */
const mostOrders = 3

/**
 * Whether a customer may be mailed links to an order: it is theirs, or its mail went to them before its address was
 * corrected. An expression over `shop_order` and `customer`.
 */
const isReachable: SQL = sql`(${order.customerId} = ${customer.id} or exists (
  select from review_request asked join review_link sent on sent.shop_id = asked.shop_id
    and sent.review_request_id = asked.id and sent.customer_id = ${customer.id}
  where asked.shop_id = ${order.shopId} and asked.order_id = ${order.id}))`

/** Whether there is any order to mail a customer links to; for a query of `customer`. */
export const hasReachableOrder = (db: Executor): SQL =>
  exists(
    db
      .select({ id: order.id })
      .from(order)
      .where(and(eq(order.shopId, customer.shopId), isReachable)),
  )

/** A customer's latest orders that were ever up for review, newest first. */
export const loadFreshLinkOrders = async (
  db: Executor,
  owner: { readonly shopId: string; readonly id: string },
): Promise<{ orderId: string; name: string | null; locale: string | null; reviewRequestId: string }[]> =>
  await db
    .select({ orderId: order.id, name: order.name, locale: order.locale, reviewRequestId: reviewRequest.id })
    .from(customer)
    .innerJoin(order, and(eq(order.shopId, customer.shopId), isReachable))
    .innerJoin(reviewRequest, and(eq(reviewRequest.shopId, order.shopId), eq(reviewRequest.orderId, order.id)))
    .where(and(eq(customer.shopId, owner.shopId), eq(customer.id, owner.id), isNull(order.cancelledAt)))
    .orderBy(desc(order.orderedAt), desc(order.id))
    .limit(mostOrders)
