import type { ModerationReview } from '@afterword/validation/review/moderation'
import { requireMember } from '../../kernel/access.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { inTransaction } from '../../kernel/in-transaction.ts'
import { changeStatus } from './change-status.ts'
import { loadModerationReview } from './internal/moderation-review.ts'

/**
 * Shows a review on the shop's page.
 *
 * @throws DomainError `review.not_found`, `review.state_changed`, `permission.denied`
 */
export const publishReview = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: { readonly reviewId: string; readonly version: number }
}): Promise<ModerationReview> => {
  const { shopId } = requireMember(ctx, 'review.moderate')
  return await inTransaction(ctx, async (tx) => {
    await changeStatus(tx, ctx, {
      ...input,
      shopId,
      action: 'review.publish',
      to: { status: 'published', rejectReason: null },
    })
    return await loadModerationReview(tx, shopId, input.reviewId)
  })
}
