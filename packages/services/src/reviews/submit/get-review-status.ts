import type { SubmissionState } from '@afterword/validation/review/submit'
import { lineItem, review, reviewRequest } from '@afterword/db/schema'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { noteCall } from '../../kernel/call-trace.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { findReviewLink } from '../../asking/link/find-review-link.ts'
import { isOfAnother, selectOwnReviews } from '../../orders/own-review.ts'

/**
 * Whether what a browser sent under a submission id has arrived.
 *
 * @throws DomainError `review_link.not_found`
 */
export const getReviewStatus = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: { readonly code: string; readonly submissionId: string }
}): Promise<SubmissionState> => {
  noteCall(ctx, { submissionId: input.submissionId })
  const link = await findReviewLink({ ctx, input: { code: input.code, purpose: 'review' } })
  const itemsOfOrder = ctx.db
    .select({ id: lineItem.id })
    .from(lineItem)
    .innerJoin(
      reviewRequest,
      and(eq(reviewRequest.shopId, lineItem.shopId), eq(reviewRequest.orderId, lineItem.orderId)),
    )
    .where(and(eq(reviewRequest.shopId, link.shopId), eq(reviewRequest.id, link.reviewRequestId)))
  const [stored] = await selectOwnReviews(
    ctx.db,
    link.shopId,
    sql`${eq(review.submissionId, input.submissionId)} and ${inArray(review.lineItemId, itemsOfOrder)}
      and not ${isOfAnother(sql`${link.customerId}::uuid`)}`,
  )
  return stored === undefined ? { state: 'absent', review: null } : { state: 'received', review: stored }
}
