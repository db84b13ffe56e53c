import { reviewRequest } from '@afterword/db/schema'
import { sendReviewRequest } from '@afterword/jobs/definitions/send-review-request'
import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../../kernel/context.ts'
import type { ReviewRequestClaim } from './claim-review-request.ts'
import { settleClaim } from './settle-claim.ts'

/** Puts a request off that may still be sent or cancelled, and leaves a job for that time. It was no try. */
export const postponeClaimed = async ({
  ctx,
  input: { claim, until },
}: {
  ctx: ServiceContext
  input: { claim: ReviewRequestClaim; until: Date }
}): Promise<void> => {
  const { shopId, reviewRequestId } = claim
  await ctx.jobs.enqueue(ctx.db, sendReviewRequest, { shopId, reviewRequestId }, { startAfter: until })
  await settleClaim(ctx, claim, {
    changes: { attempts: sql`${reviewRequest.attempts} - 1` },
    action: 'review_request.postpone',
    details: { until },
  })
}
