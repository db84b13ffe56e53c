import type { ModerationReview } from '@afterword/validation/review/moderation'
import { auditLog } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { rejectReasonSchema, reviewStatusSchema } from '@afterword/validation/review/schema'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { requireMember } from '../../kernel/access.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { inTransaction } from '../../kernel/in-transaction.ts'
import { changeStatus } from './change-status.ts'
import { loadModerationReview } from './internal/moderation-review.ts'

/** What the audit row of a moderator's act says about the state before it. */
const actSchema = z.object({
  from: z.object({ status: reviewStatusSchema, rejectReason: rejectReasonSchema.nullable() }),
})

/**
 * Takes back the last moderator's act on a review, if nothing has happened to it since.
 *
 * @throws DomainError `review.not_found`, `review.state_changed`, `permission.denied`
 */
export const undoReview = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: { readonly reviewId: string; readonly version: number }
}): Promise<ModerationReview> => {
  const { shopId } = requireMember(ctx, 'review.moderate')
  return await inTransaction(ctx, async (tx) => {
    const { version } = await loadModerationReview(tx, shopId, input.reviewId)
    if (version !== input.version) throw new DomainError('review.state_changed')
    const [act] = await tx
      .select({ details: auditLog.details })
      .from(auditLog)
      .where(
        and(
          eq(auditLog.shopId, shopId),
          eq(auditLog.subjectId, input.reviewId),
          inArray(auditLog.action, ['review.publish', 'review.reject', 'review.undo']),
          sql`(${auditLog.details} ->> 'version')::int = ${input.version}`,
        ),
      )
      .limit(1)
    const before = actSchema.safeParse(act?.details)
    if (!before.success) throw new DomainError('review.state_changed')
    await changeStatus(tx, ctx, { ...input, shopId, action: 'review.undo', to: before.data.from })
    return await loadModerationReview(tx, shopId, input.reviewId)
  })
}
