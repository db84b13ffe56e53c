import { foreignKey, integer, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { instant, shopId } from './columns.ts'
import { lineItem } from './line-item.ts'

/**
 * What a customer has typed about an item and not sent, exactly as typed: it is there again on another
 * device, after a crash, and when a form was refused. The latest edit wins; `version` tells the other
 * device that there was one. Deleted by the transaction that stores the review.
 */
export const reviewDraft = pgTable(
  'review_draft',
  {
    shopId: shopId(),
    lineItemId: uuid().notNull(),
    rating: smallint(),
    title: text(),
    body: text(),
    authorName: text(),
    version: integer().notNull().default(1),
    updatedAt: instant().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ name: 'review_draft_pkey', columns: [table.shopId, table.lineItemId] }),
    foreignKey({
      name: 'review_draft_line_item_fkey',
      columns: [table.shopId, table.lineItemId],
      foreignColumns: [lineItem.shopId, lineItem.id],
    }),
  ],
)
