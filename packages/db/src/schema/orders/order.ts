import { boolean, foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { createdAt, instant, newId, shopId } from '../kernel/columns.ts'
import { customer } from './customer.ts'
import { shop } from '../shop/shop.ts'

/** An order as the platform last told it. The table is `shop_order`: `order` is a word of SQL. */
export const order = pgTable(
  'shop_order',
  {
    shopId: shopId(),
    id: newId(),
    platformId: text().notNull(),
    customerId: uuid(),
    /** What the customer knows it by, e.g. `#1042`. Null while only a fulfilment or refund told of it. */
    name: text(),
    currency: text(),
    locale: text(),
    isTest: boolean().notNull().default(false),
    orderedAt: instant(),
    /** The platform's clock for the last applied state; null while nothing but parts are known. */
    platformUpdatedAt: instant(),
    /** When the latest of its parcels was handed over. */
    fulfilledAt: instant(),
    cancelledAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: 'shop_order_pkey', columns: [table.shopId, table.id] }),
    uniqueIndex('shop_order_platform_key').on(table.shopId, table.platformId),
    index('shop_order_customer').on(table.shopId, table.customerId),
    foreignKey({
      name: 'shop_order_shop_fkey',
      columns: [table.shopId],
      foreignColumns: [shop.id],
    }),
    foreignKey({
      name: 'shop_order_customer_fkey',
      columns: [table.shopId, table.customerId],
      foreignColumns: [customer.shopId, customer.id],
    }),
  ],
)
