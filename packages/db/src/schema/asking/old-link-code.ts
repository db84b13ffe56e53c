import { foreignKey, index, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { bytea, createdAt, instant, shopId } from '../kernel/columns.ts'
import { customer } from '../orders/customer.ts'

/**
 * A link code of the system before this one: eight hexadecimal digits, so few that they can be guessed
 * and that two customers may own the same. It opens nothing; it only has a fresh link mailed to its
 * customer. Life of a row: loaded by `pnpm afterword links import`, useful until `expires_at`, then deleted by
 * the shop's daily work. Only an
 * HMAC under a key that is not in the database is kept: a plain hash of so few digits would be read back.
 */
export const oldLinkCode = pgTable(
  'old_link_code',
  {
    shopId: shopId(),
    codeHash: bytea().notNull(),
    customerId: uuid().notNull(),
    expiresAt: instant().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: 'old_link_code_pkey', columns: [table.shopId, table.codeHash, table.customerId] }),
    // An old code does not say its shop: the one look-up here that asks every shard.
    index('old_link_code_hash').on(table.codeHash),
    foreignKey({
      name: 'old_link_code_customer_fkey',
      columns: [table.shopId, table.customerId],
      foreignColumns: [customer.shopId, customer.id],
    }),
  ],
)
