import type { ServiceContext } from '../../../kernel/context.ts'
import type { ReviewRequestClaim } from './claim-review-request.ts'
import { settleClaim } from './settle-claim.ts'

/** Notes why a try failed and frees the request for the next one. */
export const markFailed = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: { claim: ReviewRequestClaim; reason: string }
}): Promise<boolean> =>
  await settleClaim(ctx, input.claim, {
    changes: { lastError: input.reason },
    action: 'review_request.fail',
    details: { reason: input.reason },
  })
