import { review, reviewDraft } from '@afterword/db/schema'
import type { ReviewContent } from '@afterword/validation/review'
import { and, eq } from 'drizzle-orm'
import { writeAudit } from '../audit.ts'
import type { ServiceContext } from '../context.ts'
import { findReviewLink } from '../review-link/find-review-link.ts'
import { type OwnReview, selectOwnReviews } from './own-review.ts'
import { displayName, findReachableLineItem } from './reachable-line-item.ts'

export interface SubmitReviewInput extends ReviewContent {
  readonly code: string
  readonly lineItemId: string
  readonly submissionId: string
}

export interface SubmitReviewOutcome {
  /** `already_reviewed`: this item had a review, which is returned unchanged. */
  readonly outcome: 'created' | 'already_reviewed'
  readonly review: OwnReview
}

/**
 * Stores what a customer wrote about one item; it waits for the shop's moderator.
 *
 * One review per line item: the unique key decides, so a double click, a retry or a second device
 * finds the first one.
 *
 * @throws DomainError `review_link.not_found`, `line_item.not_found`, `line_item.not_reviewable`
 */
export const submitReview = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: SubmitReviewInput
}): Promise<SubmitReviewOutcome> => {
  const link = await findReviewLink({ ctx, input: { code: input.code, purpose: 'review' } })
  return await ctx.db.transaction(async (tx) => {
    const item = await findReachableLineItem(tx, link, input.lineItemId)
    const [created] = await tx
      .insert(review)
      .values({
        shopId: link.shopId,
        productId: item.productId,
        lineItemId: item.lineItemId,
        customerId: item.customerId,
        submissionId: input.submissionId,
        rating: input.rating,
        title: input.title ?? null,
        body: input.body,
        authorName: input.authorName ?? displayName(item),
        locale: item.locale,
        isVerified: true,
      })
      .onConflictDoNothing({ target: [review.shopId, review.lineItemId] })
      .returning({ id: review.id })
    if (created !== undefined) {
      await tx
        .delete(reviewDraft)
        .where(and(eq(reviewDraft.shopId, link.shopId), eq(reviewDraft.lineItemId, item.lineItemId)))
      await writeAudit(
        tx,
        { ...ctx, principal: { kind: 'customer', ...link } },
        {
          shopId: link.shopId,
          action: 'review.submit',
          subjectId: created.id,
          details: { rating: input.rating, version: 1, to: { status: 'pending' } },
        },
      )
    }
    const [stored] = await selectOwnReviews(tx, link.shopId, eq(review.lineItemId, item.lineItemId))
    if (stored === undefined) throw new Error('a review that the key says is there was not found')
    return { outcome: created === undefined ? 'already_reviewed' : 'created', review: stored }
  })
}
