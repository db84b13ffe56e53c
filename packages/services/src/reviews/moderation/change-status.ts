import type { Transaction } from '@afterword/db/connection/client'
import { review } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import type { RejectReason, ReviewStatus } from '@afterword/validation/review/schema'
import { and, eq, sql } from 'drizzle-orm'
import { writeAudit } from '../../kernel/audit.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { adjustRating } from '../rating/internal/adjust-rating.ts'

interface StatusChange {
  readonly shopId: string
  readonly reviewId: string
  /** The version the moderator saw. */
  readonly version: number
  readonly action: 'review.publish' | 'review.reject' | 'review.undo'
  readonly to: { readonly status: ReviewStatus; readonly rejectReason: RejectReason | null }
}

/**
 * Moves a review to another state, keeps the product's rating in step and records the act.
 *
 * @throws DomainError `review.not_found`; `review.state_changed` when it is no longer the version
 *   that the moderator saw
 */
export const changeStatus = async (tx: Transaction, ctx: ServiceContext, change: StatusChange): Promise<void> => {
  const isIt = and(eq(review.shopId, change.shopId), eq(review.id, change.reviewId))
  const [before] = await tx
    .select({
      status: review.status,
      rejectReason: review.rejectReason,
      version: review.version,
      rating: review.rating,
      productId: review.productId,
    })
    .from(review)
    .where(isIt)
    .for('update')
  if (before === undefined) throw new DomainError('review.not_found')
  if (before.version !== change.version) throw new DomainError('review.state_changed')
  await tx
    .update(review)
    .set({
      ...change.to,
      version: change.version + 1,
      ...(change.to.status === 'published' ? { publishedAt: sql`coalesce(${review.publishedAt}, now())` } : {}),
    })
    .where(isIt)
  await adjustRating(tx, {
    shopId: change.shopId,
    productId: before.productId,
    removed: before.status === 'published' ? before.rating : null,
    added: change.to.status === 'published' ? before.rating : null,
  })
  await writeAudit(tx, ctx, {
    shopId: change.shopId,
    action: change.action,
    subjectId: change.reviewId,
    details: {
      version: change.version + 1,
      from: { status: before.status, rejectReason: before.rejectReason },
      to: change.to,
    },
  })
}
