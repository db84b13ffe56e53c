import { foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, newId, shopId } from '../kernel/columns.ts'
import { reviewRequest } from './review-request.ts'

/**
 * Append-only: that a review link was fetched, and by what. All that a GET ever writes. Deleted in time
 * (`retentions`).
 */
export const linkHit = pgTable(
  'link_hit',
  {
    shopId: shopId(),
    id: newId(),
    reviewRequestId: uuid().notNull(),
    at: createdAt(),
    /** `touched`: somebody typed or chose on the page, which a scanner does not. */
    kind: text({ enum: ['opened', 'scanned', 'touched'] }).notNull(),
    uaFamily: text(),
    ipPrefix: text(),
  },
  (table) => [
    primaryKey({ name: 'link_hit_pkey', columns: [table.shopId, table.id] }),
    index('link_hit_request').on(table.shopId, table.reviewRequestId, table.at),
    index('link_hit_at').on(table.shopId, table.at),
    foreignKey({
      name: 'link_hit_request_fkey',
      columns: [table.shopId, table.reviewRequestId],
      foreignColumns: [reviewRequest.shopId, reviewRequest.id],
    }),
  ],
)
