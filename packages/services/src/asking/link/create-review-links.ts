import type { LinkPurpose } from '@afterword/validation/request/rules'
import { createReviewLinkCode } from '@afterword/auth/review-link'
import type { Executor } from '@afterword/db/connection/client'
import { reviewLink } from '@afterword/db/schema'
import { sql } from 'drizzle-orm'
import { linkLifetimeDays } from './link-lifetime.ts'

interface LinkWish {
  readonly purpose: LinkPurpose
  readonly reviewRequestId: string
  readonly lineItemId: string | null
  /** Whom the mail goes to. */
  readonly customerId: string | null
}

/**
 * Makes links for one mail and stores their hashes.
 *
 * @returns The codes, in the order of `wishes`. They go into the mail and nowhere else.
 */
export const createReviewLinks = async (
  db: Executor,
  shopId: string,
  wishes: readonly LinkWish[],
): Promise<readonly string[]> => {
  const made = wishes.map((wish) => ({ wish, ...createReviewLinkCode(shopId) }))
  await db.insert(reviewLink).values(
    made.map(({ wish, tokenHash }) => ({
      ...wish,
      shopId,
      tokenHash,
      expiresAt: sql`now() + make_interval(days => ${linkLifetimeDays[wish.purpose]})`,
    })),
  )
  return made.map(({ code }) => code)
}
