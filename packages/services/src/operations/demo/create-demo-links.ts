import { createReviewLinkCode } from '@afterword/auth/review-link'
import type { Executor } from '@afterword/db/connection/client'
import { lineItem, order, product, review, reviewLink, reviewRequest } from '@afterword/db/schema'
import { and, count, desc, eq, isNull, sql } from 'drizzle-orm'
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
  const links = open.map((row) => ({ ...row, ...createReviewLinkCode(shopId) }))
  if (links.length === 0) return []
  await db.insert(reviewLink).values(
    links.map(({ tokenHash, reviewRequestId, lineItemId, customerId }) => ({
      shopId,
      tokenHash,
      purpose: 'review' as const,
      reviewRequestId,
      lineItemId,
      customerId,
      expiresAt: sql`now() + interval '90 days'`,
    })),
  )
  return links.map((link) => link.code)
}
