import { boolean, foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { createdAt, instant, minorUnits, newId, shopId } from '../kernel/columns.ts'
import { order } from './order.ts'
import { product } from './product.ts'

/** One line of an order, whatever its quantity. One review at most belongs to it. */
export const lineItem = pgTable(
  'line_item',
  {
    shopId: shopId(),
    id: newId(),
    orderId: uuid().notNull(),
    platformId: text().notNull(),
    /** Null for a line without a product (a tip, a custom item). */
    productId: uuid(),
    title: text().notNull(),
    variantTitle: text(),
    quantity: integer().notNull(),
    /** Pieces refunded so far; the line drops out when none is left. */
    refundedQuantity: integer().notNull().default(0),
    /** Pieces that are still part of the order, after edits and refunds; null where the platform says nothing. */
    currentQuantity: integer(),
    priceMinor: minorUnits(),
    isGiftCard: boolean().notNull().default(false),
    /** When the latest of its parcels was handed over; null while none is. */
    fulfilledAt: instant(),
    position: integer().notNull().default(0),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: 'line_item_pkey', columns: [table.shopId, table.id] }),
    uniqueIndex('line_item_platform_key').on(table.shopId, table.platformId),
    index('line_item_order').on(table.shopId, table.orderId),
    // A browser's report names the item, not the shop.
    index('line_item_id').on(table.id),
    foreignKey({
      name: 'line_item_order_fkey',
      columns: [table.shopId, table.orderId],
      foreignColumns: [order.shopId, order.id],
    }),
    foreignKey({
      name: 'line_item_product_fkey',
      columns: [table.shopId, table.productId],
      foreignColumns: [product.shopId, product.id],
    }),
  ],
)
