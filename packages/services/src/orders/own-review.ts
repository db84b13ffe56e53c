import type { OwnReview } from '@afterword/validation/review/customer-page'
import type { Executor } from '@afterword/db/connection/client'
import { review, reviewReply } from '@afterword/db/schema'
import { and, eq, type SQL, sql } from 'drizzle-orm'

/**
 * Whether a review is somebody else's than the holder's of a link: the order's links went to more than one person
 * when its address was corrected. A review of nobody we know is everybody's who holds a link to its item.
 *
 * @param recipient  The link's customer, an expression of type uuid.
 */
export const isOfAnother = (recipient: SQL): SQL<boolean> =>
  sql<boolean>`coalesce(${review.customerId} <> ${recipient}, false)`

/** Reviews of one shop that came through an order, for their writer. */
export const selectOwnReviews = async (db: Executor, shopId: string, condition: SQL): Promise<OwnReview[]> => {
  const rows = await db
    .select({
      id: review.id,
      lineItemId: review.lineItemId,
      rating: review.rating,
      title: review.title,
      body: review.body,
      authorName: review.authorName,
      status: review.status,
      rejectReason: review.rejectReason,
      createdAt: review.createdAt,
      editedAt: review.editedAt,
      reply: reviewReply.body,
    })
    .from(review)
    .leftJoin(reviewReply, and(eq(reviewReply.shopId, review.shopId), eq(reviewReply.reviewId, review.id)))
    .where(and(eq(review.shopId, shopId), condition))
  return rows.flatMap(({ lineItemId, ...row }) => (lineItemId === null ? [] : [{ ...row, lineItemId }]))
}
