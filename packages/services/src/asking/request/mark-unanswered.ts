import { reviewRequest } from '@afterword/db/schema'
import { sql } from 'drizzle-orm'
import { requireSystem } from '../../kernel/access.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import type { ReviewRequestClaim } from './internal/claim-review-request.ts'
import { settleClaim } from './internal/settle-claim.ts'
import { unansweredReason } from './settle-unanswered.ts'

/** Notes a mail that was handed over and not answered as sent, with the reason to doubt it. */
export const markUnanswered = async (ctx: ServiceContext, claim: ReviewRequestClaim): Promise<boolean> => {
  requireSystem(ctx)
  return await settleClaim(ctx, claim, {
    changes: {
      sentAt: sql`coalesce(${reviewRequest.handedOverAt}, now())`,
      handedOverAt: reviewRequest.handedOverAt,
      lastError: unansweredReason,
    },
    action: 'review_request.send',
    details: { reason: unansweredReason },
  })
}
