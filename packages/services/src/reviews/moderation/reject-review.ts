import type { ModerationReview } from '@afterword/validation/review/moderation'
import type { RejectReason } from '@afterword/validation/review/schema'
import { requireMember } from '../../kernel/access.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { inTransaction } from '../../kernel/in-transaction.ts'
import { changeStatus } from './change-status.ts'
import { loadModerationReview } from './internal/moderation-review.ts'

/**
 * Refuses a review for a reason that is never its rating.
 *
 * @throws DomainError `review.not_found`, `review.state_changed`, `permission.denied`
 */
export const rejectReview = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: { readonly reviewId: string; readonly version: number; readonly reason: RejectReason }
}): Promise<ModerationReview> => {
  const { shopId } = requireMember(ctx, 'review.moderate')
  return await inTransaction(ctx, async (tx) => {
    await changeStatus(tx, ctx, {
      shopId,
      reviewId: input.reviewId,
      version: input.version,
      action: 'review.reject',
      to: { status: 'rejected', rejectReason: input.reason },
    })
    return await loadModerationReview(tx, shopId, input.reviewId)
  })
}
