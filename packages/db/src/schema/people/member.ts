import { memberRoles } from '@afterword/validation/session/rules'
import { foreignKey, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, shopId } from '../kernel/columns.ts'
import { shop } from '../shop/shop.ts'

/** A person's role in one shop. */
export const member = pgTable(
  'member',
  {
    shopId: shopId(),
    userId: uuid().notNull(),
    role: text({ enum: memberRoles }).notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: 'member_pkey', columns: [table.shopId, table.userId] }),
    foreignKey({ name: 'member_shop_fkey', columns: [table.shopId], foreignColumns: [shop.id] }),
  ],
)
