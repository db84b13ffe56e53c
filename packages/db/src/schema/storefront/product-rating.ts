import { foreignKey, integer, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { shopId } from '../kernel/columns.ts'
import { product } from '../orders/product.ts'

/**
 * Count and sum of a product's published ratings, kept by the transaction that changes a review,
 * so that a summary costs one row at any size. `stars1` to `stars5` are the histogram.
 */
export const productRating = pgTable(
  'product_rating',
  {
    shopId: shopId(),
    productId: uuid().notNull(),
    stars1: integer().notNull().default(0),
    stars2: integer().notNull().default(0),
    stars3: integer().notNull().default(0),
    stars4: integer().notNull().default(0),
    stars5: integer().notNull().default(0),
  },
  (table) => [
    primaryKey({ name: 'product_rating_pkey', columns: [table.shopId, table.productId] }),
    foreignKey({
      name: 'product_rating_product_fkey',
      columns: [table.shopId, table.productId],
      foreignColumns: [product.shopId, product.id],
    }),
  ],
)
