import { reviewRequest } from '@afterword/db/schema'
import { and, eq, isNull, lte, sql } from 'drizzle-orm'
import { writeAudit } from '../../kernel/audit.ts'
import { requireSystem } from '../../kernel/access.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { inTransaction } from '../../kernel/in-transaction.ts'
import type { ReviewRequestKey } from './internal/claim-review-request.ts'

/** What the shop reads beside a mail that may have arrived. */
export const unansweredReason = 'The mail server took the email but did not confirm it. It may have arrived.'

/**
 * Ends a request whose mail was handed to a mail server by a worker that died before it noted the answer. It counts as
 * sent: to send it again could be a second copy.
 *
 * @returns The order and the person it went to, or undefined when there is no such request.
 * @see docs/decisions/011-one-mail.md
 */
export const settleUnanswered = async (
  ctx: ServiceContext,
  { shopId, reviewRequestId }: ReviewRequestKey,
): Promise<{ shopId: string; orderId: string; customerId: string | null } | undefined> => {
  requireSystem(ctx)
  return await inTransaction(ctx, async (tx) => {
    const [row] = await tx
      .update(reviewRequest)
      .set({ sentAt: reviewRequest.handedOverAt, lastError: unansweredReason, claimId: null, claimedUntil: null })
      .where(
        and(
          eq(reviewRequest.shopId, shopId),
          eq(reviewRequest.id, reviewRequestId),
          // Not \`isOpenRequest\`: a mail that was handed over before its request was cancelled went out all the same.
          isNull(reviewRequest.sentAt),
          sql`${reviewRequest.handedOverAt} is not null`,
          lte(reviewRequest.claimedUntil, sql`now()`),
        ),
      )
      .returning({ orderId: reviewRequest.orderId, customerId: reviewRequest.customerId })
    if (row === undefined) return undefined
    const details = { reason: unansweredReason }
    await writeAudit(tx, ctx, { shopId, action: 'review_request.send', subjectId: reviewRequestId, details })
    return { shopId, ...row }
  })
}
