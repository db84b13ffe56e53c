import { settledOutcomes } from '@afterword/validation/shopify/rules'
import { sql } from 'drizzle-orm'
import { foreignKey, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { bytea, createdAt, instant, shopId } from '../kernel/columns.ts'
import { shop } from '../shop/shop.ts'

/**
 * One message of a shop's platform, stored once per its id before it is answered. `processedAt` null
 * means waiting; afterwards `outcome` says how it ended and `reason` why, when it was not applied
 * whole.
 */
export const webhookDelivery = pgTable(
  'webhook_delivery',
  {
    shopId: shopId(),
    webhookId: text().notNull(),
    topic: text().notNull(),
    /** The body as it came, so that a digit beyond 2^53 is not lost. Emptied in time (`retentions`). */
    payload: text().notNull(),
    /** SHA-256 of the signed body; it outlives the payload. Null in rows of the time before it was kept. */
    bodyHash: bytea(),
    receivedAt: createdAt(),
    processedAt: instant(),
    outcome: text({ enum: settledOutcomes }),
    reason: text(),
  },
  (table) => [
    primaryKey({ name: 'webhook_delivery_pkey', columns: [table.shopId, table.webhookId] }),
    index('webhook_delivery_received').on(table.shopId, table.receivedAt.desc().nullsFirst()),
    index('webhook_delivery_waiting')
      .on(table.receivedAt)
      .where(sql`processed_at is null`),
    index('webhook_delivery_body').on(table.shopId, table.bodyHash),
    foreignKey({
      name: 'webhook_delivery_shop_fkey',
      columns: [table.shopId],
      foreignColumns: [shop.id],
    }),
  ],
)
