import type { reviewRequest } from '@afterword/db/schema'
import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../../kernel/context.ts'
import type { ReviewRequestClaim } from './claim-review-request.ts'
import { settleClaim } from './settle-claim.ts'

export type CancelReason = NonNullable<(typeof reviewRequest.$inferSelect)['cancelReason']>

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
