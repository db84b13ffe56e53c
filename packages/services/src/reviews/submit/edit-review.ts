import { review, reviewDraft } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import type { OwnReview } from '@afterword/validation/review/customer-page'
import type { EditReview } from '@afterword/validation/review/submit'
import { and, eq, sql } from 'drizzle-orm'
import { writeAudit } from '../../kernel/audit.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { inTransaction } from '../../kernel/in-transaction.ts'
import { findReviewLink } from '../../asking/link/find-review-link.ts'
import { adjustRating } from '../rating/internal/adjust-rating.ts'
import { selectOwnReviews } from '../../orders/own-review.ts'
import { lookUpLineItem } from '../../asking/link/reachable-line-item.ts'

/**
 * Changes a review on its writer's behalf. It goes back to the moderator, so a published one
 * leaves the shop's page until it is published again (docs/decisions/007-edits-are-moderated.md).
 *
 * @throws DomainError `review.not_found` when nothing was written yet, and those of submitReview
 */
export const editReview = async ({ ctx, input }: { ctx: ServiceContext; input: EditReview }): Promise<OwnReview> => {
  const link = await findReviewLink({ ctx, input: { code: input.code, purpose: 'review' } })
  const item = (await lookUpLineItem(ctx.db, link, input.lineItemId))()
  return await inTransaction(ctx, async (tx) => {
    const isThisReview = and(eq(review.shopId, link.shopId), eq(review.lineItemId, item.lineItemId))
    const [before] = await tx
      .select({
        id: review.id,
        status: review.status,
        rating: review.rating,
        rejectReason: review.rejectReason,
      })
      .from(review)
      .where(isThisReview)
      .for('update')
    if (before === undefined) throw new DomainError('review.not_found')
    const [changed] = await tx
      .update(review)
      .set({
        rating: input.rating,
        title: input.title ?? null,
        body: input.body,
        ...(input.authorName === undefined ? {} : { authorName: input.authorName }),
        status: 'pending',
        rejectReason: null,
        editedAt: sql`now()`,
        version: sql`${review.version} + 1`,
      })
      .where(isThisReview)
      .returning({ version: review.version })
    const wasPublic = before.status === 'published' ? before.rating : null
    await adjustRating(tx, {
      shopId: link.shopId,
      productId: item.productId,
      removed: wasPublic,
      added: null,
    })
    await tx
      .delete(reviewDraft)
      .where(and(eq(reviewDraft.shopId, link.shopId), eq(reviewDraft.lineItemId, item.lineItemId)))
    await writeAudit(
      tx,
      { ...ctx, principal: { kind: 'customer', ...link } },
      {
        shopId: link.shopId,
        action: 'review.edit',
        subjectId: before.id,
        details: {
          version: changed?.version,
          from: { status: before.status, rating: before.rating, rejectReason: before.rejectReason },
          to: { status: 'pending', rating: input.rating },
        },
      },
    )
    const [stored] = await selectOwnReviews(tx, link.shopId, eq(review.id, before.id))
    if (stored === undefined) throw new Error('the edited review was not found')
    return stored
  })
}
