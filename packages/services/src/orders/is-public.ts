import { product } from '@afterword/db/schema'
import { sql } from 'drizzle-orm'

/**
 * Whether strangers may see a product's title, price and reviews: the shop still has it, and it is neither a draft nor
 * archived. Where the platform says nothing of that, it is. The one rule of everything public; for rows of `product`.
 */
export const isPublic = sql<boolean>`(${product.deletedAt} is null
  and coalesce(${product.status}, 'active') not in ('draft', 'archived'))`
