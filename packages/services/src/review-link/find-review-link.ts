import { parseReviewLinkCode } from '@afterword/auth/review-link'
import { reviewLink } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { and, eq, sql } from 'drizzle-orm'
import { noteCall } from '../attempt/call-trace.ts'
import type { ServiceContext } from '../context.ts'

export interface FoundReviewLink {
  readonly shopId: string
  readonly reviewRequestId: string
  readonly lineItemId: string | null
}

/** Looked up for a code that is none, so that it takes as long as any other. No hash is all zeros. */
const noToken = { shopId: '00000000-0000-0000-0000-000000000000', tokenHash: new Uint8Array(32) }

/**
 * The link a code opens. Unknown, expired, revoked and malformed codes are answered alike, in the same
 * time; who lets strangers try codes counts the misses (countLinkMiss).
 *
 * @throws DomainError `review_link.not_found`
 */
export const findReviewLink = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: { code: string; purpose: 'review' | 'unsubscribe' }
}): Promise<FoundReviewLink> => {
  const token = parseReviewLinkCode(input.code) ?? noToken
  const [link] = await ctx.db
    .select({
      shopId: reviewLink.shopId,
      reviewRequestId: reviewLink.reviewRequestId,
      lineItemId: reviewLink.lineItemId,
    })
    .from(reviewLink)
    .where(
      and(
        eq(reviewLink.shopId, token.shopId),
        eq(reviewLink.tokenHash, token.tokenHash),
        eq(reviewLink.purpose, input.purpose),
        sql`${reviewLink.expiresAt} > now() and ${reviewLink.revokedAt} is null`,
      ),
    )
    .limit(1)
  if (link === undefined) throw new DomainError('review_link.not_found')
  noteCall(ctx, { shopId: link.shopId, reviewRequestId: link.reviewRequestId })
  return link
}
