import { order, reviewRequest } from '@afterword/db/schema'
import { and, eq, isNull, lte, or, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import type { ServiceContext } from '../../../kernel/context.ts'
import { isOpenRequest } from '../request-state.ts'

export interface ReviewRequestKey {
  readonly shopId: string
  readonly reviewRequestId: string
}

export interface ReviewRequestClaim extends ReviewRequestKey {
  /** Proves the claim to `markSent`, `markFailed` and their like. */
  readonly claimId: string
  readonly orderId: string
  /** Whom the mail goes to; null when the order has no usable address. */
  readonly customerId: string | null
  /** This try included. */
  readonly attempts: number
}

/**
 * Takes the right to send one review request, for a limited time. Of any number of callers at once
 * one receives it, and whom the mail goes to is settled with it; after `claimSeconds` without `holdClaim` it is free
 * again, because its holder must have died. What was handed to a mail server is never claimed again.
 *
 * @returns null when it is not due, sent, handed over, cancelled, given up, held by another or not there.
 */
export const claimReviewRequest = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: ReviewRequestKey & { claimSeconds: number }
}): Promise<ReviewRequestClaim | null> => {
  const claimId = randomUUID()
  const rows = await ctx.db
    .update(reviewRequest)
    .set({
      claimId,
      claimedUntil: sql`now() + make_interval(secs => ${input.claimSeconds})`,
      attempts: sql`${reviewRequest.attempts} + 1`,
      customerId: sql`(select ${order.customerId} from ${order}
        where ${order.shopId} = ${reviewRequest.shopId} and ${order.id} = ${reviewRequest.orderId})`,
    })
    .where(
      and(
        eq(reviewRequest.shopId, input.shopId),
        eq(reviewRequest.id, input.reviewRequestId),
        lte(reviewRequest.sendAt, sql`now()`),
        isOpenRequest,
        isNull(reviewRequest.handedOverAt),
        or(isNull(reviewRequest.claimedUntil), lte(reviewRequest.claimedUntil, sql`now()`)),
      ),
    )
    .returning({
      orderId: reviewRequest.orderId,
      customerId: reviewRequest.customerId,
      attempts: reviewRequest.attempts,
    })
  const row = rows[0]
  if (row === undefined) return null
  return { shopId: input.shopId, reviewRequestId: input.reviewRequestId, claimId, ...row }
}

/** Whether a request is still held by a claim: it has not run out and been taken by another. */
export const isHeldBy = (claim: Pick<ReviewRequestClaim, 'shopId' | 'reviewRequestId' | 'claimId'>) =>
  and(
    eq(reviewRequest.shopId, claim.shopId),
    eq(reviewRequest.id, claim.reviewRequestId),
    eq(reviewRequest.claimId, claim.claimId),
  )
