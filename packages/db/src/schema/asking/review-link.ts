import { linkPurposes } from '@afterword/validation/request/rules'
import { sql } from 'drizzle-orm'
import { foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { bytea, createdAt, instant, shopId } from '../kernel/columns.ts'
import { customer } from '../orders/customer.ts'
import { reviewRequest } from './review-request.ts'

/**
 * A secret link that went out by mail. Only the SHA-256 of its token is kept. Life of a row: made
 * when a mail is sent; usable any number of times, for its purpose only, until `expires_at` or
 * `revoked_at`; reading through it changes nothing. After its end it still says to whom a fresh one may be
 * mailed; the shop's daily work deletes it where that is nobody.
 */
export const reviewLink = pgTable(
  'review_link',
  {
    shopId: shopId(),
    tokenHash: bytea().notNull(),
    purpose: text({ enum: linkPurposes }).notNull(),
    reviewRequestId: uuid().notNull(),
    /** Whom the mail went to, also after the order's address was corrected; null where that is not known. */
    customerId: uuid(),
    /** The item the page opens on; every item of the order is within reach. */
    lineItemId: uuid(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: 'review_link_pkey', columns: [table.shopId, table.tokenHash] }),
    index('review_link_ended').on(table.shopId, table.purpose, sql`least(expires_at, revoked_at)`),
    index('review_link_request').on(table.shopId, table.reviewRequestId),
    index('review_link_customer').on(table.shopId, table.customerId),
    foreignKey({
      name: 'review_link_customer_fkey',
      columns: [table.shopId, table.customerId],
      foreignColumns: [customer.shopId, customer.id],
    }),
    foreignKey({
      name: 'review_link_request_fkey',
      columns: [table.shopId, table.reviewRequestId],
      foreignColumns: [reviewRequest.shopId, reviewRequest.id],
    }),
  ],
)
