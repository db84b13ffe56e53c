import { foreignKey, integer, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { instant, shopId } from '../kernel/columns.ts'
import { lineItem } from '../orders/line-item.ts'

/**
 * What a customer has typed about an item and not sent, exactly as typed: it is there again on another
 * device of theirs, after a crash, and when a form was refused; another recipient of the order's links never sees it. The latest edit wins; `version` tells the other
 * device that there was one. Deleted by the transaction that stores the review.
 */
export const reviewDraft = pgTable(
  'review_draft',
  {
    shopId: shopId(),
    lineItemId: uuid().notNull(),
    /** The customer through whose link it was typed; all zeros where the link names none. */
    recipientId: uuid().notNull().default('00000000-0000-0000-0000-000000000000'),
    rating: smallint(),
    title: text(),
    body: text(),
    authorName: text(),
    version: integer().notNull().default(1),
    updatedAt: instant().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ name: 'review_draft_pkey', columns: [table.shopId, table.lineItemId, table.recipientId] }),
    foreignKey({
      name: 'review_draft_line_item_fkey',
      columns: [table.shopId, table.lineItemId],
      foreignColumns: [lineItem.shopId, lineItem.id],
    }),
  ],
)
