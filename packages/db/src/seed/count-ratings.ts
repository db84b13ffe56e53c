import type { productRating } from '../schema.ts'
import type { Stars } from './review-text.ts'

type Row = typeof productRating.$inferInsert
interface Rated {
  readonly productId: string
  readonly rating: number
  readonly status?: string | undefined
}

/** The histogram of each product that has published reviews. */
export const countRatings = (shopId: string, reviews: readonly Rated[]): Row[] => {
  const rows = new Map<string, Row & Record<`stars${Stars}`, number>>()
  for (const { productId, rating, status } of reviews) {
    if (status !== 'published') continue
    const row = rows.get(productId) ?? { shopId, productId, stars1: 0, stars2: 0, stars3: 0, stars4: 0, stars5: 0 }
    row[`stars${rating as Stars}`] += 1
    rows.set(productId, row)
  }
  return [...rows.values()]
}
