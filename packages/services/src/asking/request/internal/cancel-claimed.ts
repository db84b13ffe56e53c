import type { CancelReason } from '@afterword/validation/request/rules'
import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../../kernel/context.ts'
import type { ReviewRequestClaim } from './claim-review-request.ts'
import { settleClaim } from './settle-claim.ts'

/** Cancels a request whose reason to be sent is gone. */
export const cancelClaimed = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: { claim: ReviewRequestClaim; reason: CancelReason }
}): Promise<boolean> =>
  await settleClaim(ctx, input.claim, {
    changes: { cancelledAt: sql`now()`, cancelReason: input.reason },
    action: 'review_request.cancel',
    details: { reason: input.reason },
  })
