import type { ModerationReview } from '@afterword/validation/review/moderation'
import { reviewReply } from '@afterword/db/schema'
import { sql } from 'drizzle-orm'
import { requireMember } from '../../kernel/access.ts'
import { writeAudit } from '../../kernel/audit.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { inTransaction } from '../../kernel/in-transaction.ts'
import { loadModerationReview } from '../moderation/internal/moderation-review.ts'

/**
 * Writes or rewrites the shop's public answer to a review.
 *
 * @throws DomainError `review.not_found`, `permission.denied`
 */
export const saveReply = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: { readonly reviewId: string; readonly body: string }
}): Promise<ModerationReview> => {
  const { shopId, userId } = requireMember(ctx, 'review.moderate')
  return await inTransaction(ctx, async (tx) => {
    await loadModerationReview(tx, shopId, input.reviewId)
    await tx
      .insert(reviewReply)
      .values({ shopId, reviewId: input.reviewId, body: input.body, authorUserId: userId })
      .onConflictDoUpdate({
        target: [reviewReply.shopId, reviewReply.reviewId],
        set: { body: input.body, authorUserId: userId, updatedAt: sql`now()` },
      })
    await writeAudit(tx, ctx, { shopId, action: 'review.reply', subjectId: input.reviewId })
    return await loadModerationReview(tx, shopId, input.reviewId)
  })
}
