import { foreignKey, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { bytea, createdAt, shopId } from '../kernel/columns.ts'
import { review } from './review.ts'

/** "This was helpful", once per visitor: the key is a keyed hash of the network address. */
export const reviewVote = pgTable(
  'review_vote',
  {
    shopId: shopId(),
    reviewId: uuid().notNull(),
    voterHash: bytea().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({
      name: 'review_vote_pkey',
      columns: [table.shopId, table.reviewId, table.voterHash],
    }),
    foreignKey({
      name: 'review_vote_review_fkey',
      columns: [table.shopId, table.reviewId],
      foreignColumns: [review.shopId, review.id],
    }),
  ],
)
