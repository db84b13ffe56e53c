import { foreignKey, integer, jsonb, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { createdAt, shopId } from '../kernel/columns.ts'
import { shop } from '../shop/shop.ts'

/** Each saved state of a shop's widget settings; the highest version is in force. */
export const widget = pgTable(
  'widget',
  {
    shopId: shopId(),
    version: integer().notNull(),
    /** Checked against `widgetSettingsSchema` on the way in and on the way out. */
    settings: jsonb().notNull(),
    savedByUserId: uuid(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: 'widget_pkey', columns: [table.shopId, table.version] }),
    foreignKey({ name: 'widget_shop_fkey', columns: [table.shopId], foreignColumns: [shop.id] }),
  ],
)
