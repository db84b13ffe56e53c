import type { Transaction } from '@afterword/db/connection/client'
import { productRating } from '@afterword/db/schema'
import { sql } from 'drizzle-orm'

interface RatingChange {
  readonly shopId: string
  readonly productId: string
  /** The rating that stops being public, and the one that becomes public; null for none. */
  readonly removed: number | null
  readonly added: number | null
}

/**
 * Keeps a product's histogram in step with its published reviews, in the transaction that changes
 * a review.
 */
export const adjustRating = async (tx: Transaction, change: RatingChange): Promise<void> => {
  if (change.removed === change.added) return
  const delta = (stars: number): number => (change.added === stars ? 1 : 0) - (change.removed === stars ? 1 : 0)
  const { shopId, productId } = change
  await tx
    .insert(productRating)
    .values({
      shopId,
      productId,
      stars1: delta(1),
      stars2: delta(2),
      stars3: delta(3),
      stars4: delta(4),
      stars5: delta(5),
    })
    .onConflictDoUpdate({
      target: [productRating.shopId, productRating.productId],
      set: {
        stars1: sql`${productRating.stars1} + excluded.stars1`,
        stars2: sql`${productRating.stars2} + excluded.stars2`,
        stars3: sql`${productRating.stars3} + excluded.stars3`,
        stars4: sql`${productRating.stars4} + excluded.stars4`,
        stars5: sql`${productRating.stars5} + excluded.stars5`,
      },
    })
}
