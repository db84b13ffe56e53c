import { foreignKey, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, instant, shopId } from '../kernel/columns.ts'
import { review } from './review.ts'

/** The shop's public answer to a review; one at most. */
export const reviewReply = pgTable(
  'review_reply',
  {
    shopId: shopId(),
    reviewId: uuid().notNull(),
    body: text().notNull(),
    authorUserId: uuid().notNull(),
    createdAt: createdAt(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ name: 'review_reply_pkey', columns: [table.shopId, table.reviewId] }),
    foreignKey({
      name: 'review_reply_review_fkey',
      columns: [table.shopId, table.reviewId],
      foreignColumns: [review.shopId, review.id],
    }),
  ],
)
