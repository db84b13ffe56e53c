import type { Transaction } from '@afterword/db/connection/client'
import { reviewRequest } from '@afterword/db/schema'
import type { AuditAction } from '@afterword/validation/audit/actions'
import { writeAudit } from '../../../kernel/audit.ts'
import type { ServiceContext } from '../../../kernel/context.ts'
import { inTransaction } from '../../../kernel/in-transaction.ts'
import { isHeldBy, type ReviewRequestClaim } from './claim-review-request.ts'

interface Settlement {
  readonly changes: Parameters<ReturnType<Transaction['update']>['set']>[0]
  readonly action: Extract<AuditAction, `review_request.${string}`>
  readonly details?: Readonly<Record<string, unknown>>
}

/**
 * Ends a claim with its result and the audit row, and gives the claim back. The result is the server's answer unless
 * `changes` keep the time of handing over.
 *
 * @returns false, with nothing written, when the claim had run out and somebody else took it.
 */
export const settleClaim = async (
  ctx: ServiceContext,
  claim: ReviewRequestClaim,
  { changes, action, details }: Settlement,
): Promise<boolean> =>
  await inTransaction(ctx, async (tx) => {
    const rows = await tx
      .update(reviewRequest)
      .set({ handedOverAt: null, ...changes, claimId: null, claimedUntil: null })
      .where(isHeldBy(claim))
      .returning({ id: reviewRequest.id })
    if (rows.length === 0) return false
    await writeAudit(tx, ctx, {
      shopId: claim.shopId,
      action,
      subjectId: claim.reviewRequestId,
      details: { attempts: claim.attempts, ...details },
    })
    return true
  })
