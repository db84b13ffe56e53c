import { auditLog, userAccount } from '@afterword/db/schema'
import type { ModerationReviewDetail } from '@afterword/validation/review/moderation'
import { and, desc, eq } from 'drizzle-orm'
import { requireMember } from '../../kernel/access.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { loadModerationReview } from './internal/moderation-review.ts'

/** @throws DomainError `review.not_found`, also for another shop's review */
export const getReview = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: { readonly reviewId: string }
}): Promise<ModerationReviewDetail> => {
  const { shopId } = requireMember(ctx, 'review.read')
  const found = await loadModerationReview(ctx.db, shopId, input.reviewId)
  const history = await ctx.db
    .select({
      at: auditLog.at,
      action: auditLog.action,
      actorName: userAccount.name,
      actorKind: auditLog.actorKind,
      details: auditLog.details,
    })
    .from(auditLog)
    .leftJoin(userAccount, eq(userAccount.id, auditLog.actorId))
    .where(and(eq(auditLog.shopId, shopId), eq(auditLog.subjectId, input.reviewId)))
    .orderBy(desc(auditLog.at), desc(auditLog.id))
    .limit(100)
  return { ...found, history }
}
