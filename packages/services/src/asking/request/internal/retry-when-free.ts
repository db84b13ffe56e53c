import { reviewRequest } from '@afterword/db/schema'
import { sendReviewRequest as sendReviewRequestJob } from '@afterword/jobs/definitions/send-review-request'
import { and, eq, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../../kernel/context.ts'
import { isOpenRequest } from '../request-state.ts'
import type { ReviewRequestKey } from './claim-review-request.ts'

/**
 * Looks why a request could not be claimed. Held by another worker, or due within a minute (two
 * clocks differ a little): a job is left for the moment it is free. Due later, anyone who moved it left
 * a job of its own; sent, cancelled or given up, there is nothing to do.
 */
export const retryWhenFree = async (
  ctx: ServiceContext,
  { shopId, reviewRequestId }: ReviewRequestKey,
): Promise<'nothing_to_do' | 'postponed'> => {
  const freeAt = sql`greatest(${reviewRequest.sendAt}, coalesce(${reviewRequest.claimedUntil}, ${reviewRequest.sendAt}))`
  const [row] = await ctx.db
    .select({
      waitSeconds: sql<number>`greatest(0, ceil(extract(epoch from ${freeAt} - now())))::int`,
    })
    .from(reviewRequest)
    .where(
      and(
        eq(reviewRequest.shopId, shopId),
        eq(reviewRequest.id, reviewRequestId),
        isOpenRequest,
        sql`(${reviewRequest.claimedUntil} > now() or ${reviewRequest.sendAt} < now() + interval '1 minute')`,
      ),
    )
    .limit(1)
  if (row === undefined) return 'nothing_to_do'
  const startAfter = new Date(ctx.now().getTime() + (row.waitSeconds + 1) * 1_000)
  await ctx.jobs.enqueue(ctx.db, sendReviewRequestJob, { shopId, reviewRequestId }, { startAfter })
  return 'postponed'
}
