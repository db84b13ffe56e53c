import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../../kernel/context.ts'
import type { ReviewRequestClaim } from './claim-review-request.ts'
import { settleClaim } from './settle-claim.ts'

/** Ends a request for good; the reason stays on it for the shop to read. */
export const giveUp = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: { claim: ReviewRequestClaim; reason: string }
}): Promise<boolean> =>
  await settleClaim(ctx, input.claim, {
    changes: { givenUpAt: sql`now()`, lastError: input.reason },
    action: 'review_request.give_up',
    details: { reason: input.reason },
  })
