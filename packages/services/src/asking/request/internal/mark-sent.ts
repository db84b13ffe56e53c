import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../../kernel/context.ts'
import type { ReviewRequestClaim } from './claim-review-request.ts'
import { settleClaim } from './settle-claim.ts'

/** Notes that the mail server took the mail. @returns false when the claim had run out. */
export const markSent = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: { claim: ReviewRequestClaim; itemCount: number }
}): Promise<boolean> =>
  await settleClaim(ctx, input.claim, {
    changes: { sentAt: sql`now()`, lastError: null },
    action: 'review_request.send',
    details: { itemCount: input.itemCount },
  })
