import { foreignKey, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { instant, shopId } from './columns.ts'
import { lineItem } from './line-item.ts'

/** What was typed and could not be accepted yet, exactly as typed: a refused form shows it again. */
export const reviewDraft = pgTable(
  'review_draft',
  {
    shopId: shopId(),
    lineItemId: uuid().notNull(),
    rating: smallint(),
    title: text(),
    body: text(),
    authorName: text(),
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
