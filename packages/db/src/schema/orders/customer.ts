import { foreignKey, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { citext, createdAt, instant, newId, shopId } from '../kernel/columns.ts'
import { shop } from '../shop/shop.ts'

/** A buyer of one shop, known by e-mail address. */
export const customer = pgTable(
  'customer',
  {
    shopId: shopId(),
    id: newId(),
    email: citext().notNull(),
    platformId: text(),
    firstName: text(),
    lastName: text(),
    locale: text(),
    /** Set by the unsubscribe page; no review request goes to this address afterwards. */
    unsubscribedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: 'customer_pkey', columns: [table.shopId, table.id] }),
    uniqueIndex('customer_email_key').on(table.shopId, table.email),
    foreignKey({ name: 'customer_shop_fkey', columns: [table.shopId], foreignColumns: [shop.id] }),
  ],
)
