import { toNetwork } from '@afterword/auth/request-origin'
import { product, review, reviewVote } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { and, eq, exists, type SQL, sql } from 'drizzle-orm'
import type { Executor } from '@afterword/db/connection/client'
import { isPublic } from '../../orders/is-public.ts'
import type { ServiceDeps } from '../../kernel/context.ts'
import { inTransaction } from '../../kernel/in-transaction.ts'
import { getShopCard } from '../../shop/get-shop-card.ts'

const isOfPublicProduct = (db: Executor): SQL =>
  exists(
    db
      .select({ id: product.id })
      .from(product)
      .where(and(eq(product.shopId, review.shopId), eq(product.id, review.productId), isPublic)),
  )

/**
 * Counts one visitor's "this was helpful". A second vote from the same network (/24, /48) for the same review counts
 * nothing: votes decide an order, and addresses within a network cost nothing. Of the network only its keyed hash is kept.
 *
 * @param input.address  The visitor's IP address.
 * @returns The review's count afterwards.
 * @throws DomainError `shop.not_found`, `review.not_found` (also for a review that is not public)
 */
export const voteHelpful = async ({
  ctx,
  input,
}: {
  ctx: Pick<ServiceDeps, 'db' | 'keyring'>
  input: { readonly shopAccessCode: string; readonly reviewId: string; readonly address: string }
}): Promise<{ helpfulCount: number }> => {
  const { id: shopId } = await getShopCard({ ctx, input })
  const isIt = and(
    eq(review.shopId, shopId),
    eq(review.id, input.reviewId),
    eq(review.status, 'published'),
    isOfPublicProduct(ctx.db),
  )
  return await inTransaction(ctx, async (tx) => {
    const [found] = await tx.select({ helpfulCount: review.helpfulCount }).from(review).where(isIt).for('update')
    if (found === undefined) throw new DomainError('review.not_found')
    const voterHash = ctx.keyring.hmac('review-vote', `${input.reviewId} ${toNetwork(input.address)}`)
    const counted = await tx
      .insert(reviewVote)
      .values({ shopId, reviewId: input.reviewId, voterHash })
      .onConflictDoNothing()
      .returning({ reviewId: reviewVote.reviewId })
    if (counted.length === 0) return found
    await tx
      .update(review)
      .set({ helpfulCount: sql`${review.helpfulCount} + 1` })
      .where(isIt)
    return { helpfulCount: found.helpfulCount + 1 }
  })
}
