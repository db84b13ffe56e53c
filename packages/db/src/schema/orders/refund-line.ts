import { foreignKey, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, shopId } from '../kernel/columns.ts'
import { lineItem } from './line-item.ts'

/** Pieces of a line given back by one refund. Its key makes a repeated message count once. */
export const refundLine = pgTable(
  'refund_line',
  {
    shopId: shopId(),
    refundPlatformId: text().notNull(),
    lineItemId: uuid().notNull(),
    quantity: integer().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({
      name: 'refund_line_pkey',
      columns: [table.shopId, table.refundPlatformId, table.lineItemId],
    }),
    foreignKey({
      name: 'refund_line_line_item_fkey',
      columns: [table.shopId, table.lineItemId],
      foreignColumns: [lineItem.shopId, lineItem.id],
    }),
  ],
)
