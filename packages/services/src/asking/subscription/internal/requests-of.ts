import type { Transaction } from '@afterword/db/connection/client'
import { order, reviewRequest } from '@afterword/db/schema'
import { and, eq, inArray } from 'drizzle-orm'
import type { Subscriber } from './subscriber.ts'

/** Whether a review request is of an order that belongs to the customer now. */
export const isRequestOf = (tx: Transaction, { shopId, customerId }: Pick<Subscriber, 'shopId' | 'customerId'>) => {
  const orders = tx
    .select({ id: order.id })
    .from(order)
    .where(and(eq(order.shopId, shopId), eq(order.customerId, customerId)))
  return and(eq(reviewRequest.shopId, shopId), inArray(reviewRequest.orderId, orders))
}
