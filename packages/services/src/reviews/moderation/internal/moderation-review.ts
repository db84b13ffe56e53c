import type { ModerationReview } from '@afterword/validation/review/moderation'
import type { Executor } from '@afterword/db/connection/client'
import { lineItem, order, product, review, reviewReply } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { and, eq, sql, type SQL } from 'drizzle-orm'

/** The list's query, before condition, order and limit. `createdAtText` is the cursor's key. */
export const selectModerationReviews = (db: Executor) =>
  db
    .select({
      id: review.id,
      rating: review.rating,
      title: review.title,
      body: review.body,
      authorName: review.authorName,
      status: review.status,
      rejectReason: review.rejectReason,
      isVerified: review.isVerified,
      helpfulCount: review.helpfulCount,
      version: review.version,
      createdAt: review.createdAt,
      createdAtText: sql<string>`${review.createdAt}::text`,
      publishedAt: review.publishedAt,
      editedAt: review.editedAt,
      product: { id: product.id, title: product.title, imageUrl: product.imageUrl },
      orderName: order.name,
      reply: { body: reviewReply.body, createdAt: reviewReply.createdAt },
    })
    .from(review)
    .innerJoin(product, and(eq(product.shopId, review.shopId), eq(product.id, review.productId)))
    .leftJoin(lineItem, and(eq(lineItem.shopId, review.shopId), eq(lineItem.id, review.lineItemId)))
    .leftJoin(order, and(eq(order.shopId, lineItem.shopId), eq(order.id, lineItem.orderId)))
    .leftJoin(reviewReply, and(eq(reviewReply.shopId, review.shopId), eq(reviewReply.reviewId, review.id)))

/** One review of a shop. @throws DomainError `review.not_found`, also for another shop's review */
export const loadModerationReview = async (
  db: Executor,
  shopId: string,
  reviewId: string,
): Promise<ModerationReview> => {
  const isIt: SQL | undefined = and(eq(review.shopId, shopId), eq(review.id, reviewId))
  const [row] = await selectModerationReviews(db).where(isIt).limit(1)
  if (row === undefined) throw new DomainError('review.not_found')
  const { createdAtText: _createdAtText, ...found } = row
  return found
}
