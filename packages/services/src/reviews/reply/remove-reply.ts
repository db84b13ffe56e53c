import type { ModerationReview } from '@afterword/validation/review/moderation'
import { reviewReply } from '@afterword/db/schema'
import { and, eq } from 'drizzle-orm'
import { requireMember } from '../../kernel/access.ts'
import { writeAudit } from '../../kernel/audit.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { inTransaction } from '../../kernel/in-transaction.ts'
import { loadModerationReview } from '../moderation/internal/moderation-review.ts'

/**
 * Takes the shop's answer off a review. Removing what is not there is fine.
 *
 * @throws DomainError `review.not_found`, `permission.denied`
 */
export const removeReply = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: { readonly reviewId: string }
}): Promise<ModerationReview> => {
  const { shopId } = requireMember(ctx, 'review.moderate')
  return await inTransaction(ctx, async (tx) => {
    await loadModerationReview(tx, shopId, input.reviewId)
    const removed = await tx
      .delete(reviewReply)
      .where(and(eq(reviewReply.shopId, shopId), eq(reviewReply.reviewId, input.reviewId)))
      .returning({ reviewId: reviewReply.reviewId })
    if (removed.length > 0)
      await writeAudit(tx, ctx, {
        shopId,
        action: 'review.reply_removed',
        subjectId: input.reviewId,
      })
    return await loadModerationReview(tx, shopId, input.reviewId)
  })
}
