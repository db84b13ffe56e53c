import type { Executor } from '@afterword/db/connection/client'
import { lineItem, order, product, review, reviewRequest } from '@afterword/db/schema'
import { and, count, desc, eq, isNull, sql } from 'drizzle-orm'
import { createReviewLinks } from '../../asking/link/create-review-links.ts'
import { isReviewableRow } from '../../orders/eligibility.ts'

/** How many orders with something left to review get a link printed at start. */
const orderCount = 6

/**
 * Fresh review links for orders of the demo shop, the one with most left to review first. Codes are
 * kept as hashes only, so each start makes new ones.
 *
 * @returns Codes, one per order.
 */
export const createDemoLinks = async (db: Executor, shopId: string): Promise<string[]> => {
  const open = await db
    .select({
      reviewRequestId: reviewRequest.id,
      customerId: order.customerId,
      lineItemId: sql<string>`(array_agg(${lineItem.id} order by ${lineItem.position}))[1]`,
      items: count(),
    })
    .from(reviewRequest)
    .innerJoin(order, and(eq(order.shopId, reviewRequest.shopId), eq(order.id, reviewRequest.orderId)))
    .innerJoin(lineItem, and(eq(lineItem.shopId, order.shopId), eq(lineItem.orderId, order.id)))
    .leftJoin(product, and(eq(product.shopId, lineItem.shopId), eq(product.id, lineItem.productId)))
    .leftJoin(review, and(eq(review.shopId, lineItem.shopId), eq(review.lineItemId, lineItem.id)))
    .where(and(eq(reviewRequest.shopId, shopId), isNull(review.id), isReviewableRow))
    .groupBy(reviewRequest.id, order.customerId)
    .orderBy(desc(count()), desc(reviewRequest.id))
    .limit(orderCount)
  if (open.length === 0) return []
  const wishes = open.map(({ items: _items, ...row }) => ({ ...row, purpose: 'review' as const }))
  return [...(await createReviewLinks(db, shopId, wishes))]
}
