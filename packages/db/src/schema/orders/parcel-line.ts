import { foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, instant, shopId } from '../kernel/columns.ts'
import { lineItem } from './line-item.ts'

/** What one parcel says of one line of an order. The newest word of the platform stands. */
export const parcelLine = pgTable(
  'parcel_line',
  {
    shopId: shopId(),
    /** The platform's id of the parcel. */
    parcelPlatformId: text().notNull(),
    lineItemId: uuid().notNull(),
    /** Null when the parcel was cancelled or failed. */
    handedOverAt: instant(),
    /** The platform's clock for the word that stands. */
    toldAt: instant().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: 'parcel_line_pkey', columns: [table.shopId, table.parcelPlatformId, table.lineItemId] }),
    index('parcel_line_item').on(table.shopId, table.lineItemId),
    foreignKey({
      name: 'parcel_line_line_item_fkey',
      columns: [table.shopId, table.lineItemId],
      foreignColumns: [lineItem.shopId, lineItem.id],
    }),
  ],
)
