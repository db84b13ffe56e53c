import { boolean, foreignKey, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { createdAt, instant, minorUnits, newId, shopId } from '../kernel/columns.ts'
import { shop } from '../shop/shop.ts'

/** A product as the platform last told it; a line of an order may make it known first. */
export const product = pgTable(
  'product',
  {
    shopId: shopId(),
    id: newId(),
    /** The platform's id as text: Shopify's pass 2^53. */
    platformId: text().notNull(),
    title: text().notNull(),
    handle: text(),
    imageUrl: text(),
    /** The last good price; null until the platform sent one. */
    priceMinor: minorUnits(),
    /** Only ever higher than the price, or null: packages/validation/price decides. */
    compareAtMinor: minorUnits(),
    /** Whether its variants cost differently: the price is the lowest of them, and "from" stands before it. */
    isPriceFrom: boolean().notNull().default(false),
    currency: text().notNull(),
    /** `active`, `draft`, `archived` …, as the platform says; null where it says nothing. */
    status: text(),
    /** The platform's clock for the last applied message; null while only an order told of it. */
    platformUpdatedAt: instant(),
    /** Stays for good: whatever is said of a deleted product later, even of one nobody told of before, is old. */
    deletedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: 'product_pkey', columns: [table.shopId, table.id] }),
    uniqueIndex('product_platform_key').on(table.shopId, table.platformId),
    foreignKey({ name: 'product_shop_fkey', columns: [table.shopId], foreignColumns: [shop.id] }),
  ],
)
