import { highestRating, lowestRating } from '@afterword/validation/review/rating'
import { rejectReasons, reviewStatuses } from '@afterword/validation/review/rules'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import { foldedText } from '../../text/folded-text.ts'
import { createdAt, instant, newId, shopId } from '../kernel/columns.ts'
import { lineItem } from '../orders/line-item.ts'
import { product } from '../orders/product.ts'

/** What one customer wrote about one line of an order. */
export const review = pgTable(
  'review',
  {
    shopId: shopId(),
    id: newId(),
    productId: uuid().notNull(),
    /** Null only for a review that did not come through an order. */
    lineItemId: uuid(),
    customerId: uuid(),
    /** The id under which the browser sent it first; `customer.review.status` asks for it. */
    submissionId: uuid(),
    rating: smallint().notNull(),
    title: text(),
    body: text().notNull(),
    authorName: text().notNull(),
    locale: text(),
    status: text({ enum: reviewStatuses }).notNull().default('pending'),
    rejectReason: text({ enum: rejectReasons }),
    /** True when a line item and a link proved the purchase. */
    isVerified: boolean().notNull().default(false),
    helpfulCount: integer().notNull().default(0),
    /** Raised by every change; a moderator's act names the version it was decided on. */
    version: integer().notNull().default(1),
    publishedAt: instant(),
    editedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: 'review_pkey', columns: [table.shopId, table.id] }),
    uniqueIndex('review_line_item_key').on(table.shopId, table.lineItemId),
    index('review_moderation').on(
      table.shopId,
      table.status,
      table.createdAt.desc().nullsFirst(),
      table.id.desc().nullsFirst(),
    ),
    index('review_public_newest')
      .on(table.shopId, table.productId, table.publishedAt.desc().nullsFirst(), table.id.desc().nullsFirst())
      .where(sql`status = 'published'`),
    index('review_public_rating')
      .on(
        table.shopId,
        table.productId,
        table.rating.desc().nullsFirst(),
        table.publishedAt.desc().nullsFirst(),
        table.id.desc().nullsFirst(),
      )
      .where(sql`status = 'published'`),
    index('review_public_lowest')
      .on(
        table.shopId,
        table.productId,
        sql.raw(`(${lowestRating + highestRating} - rating) desc`),
        table.publishedAt.desc().nullsFirst(),
        table.id.desc().nullsFirst(),
      )
      .where(sql`status = 'published'`),
    index('review_public_helpful')
      .on(
        table.shopId,
        table.productId,
        table.helpfulCount.desc().nullsFirst(),
        table.publishedAt.desc().nullsFirst(),
        table.id.desc().nullsFirst(),
      )
      .where(sql`status = 'published'`),
    index('review_text_search').using(
      'gin',
      sql`(${foldedText(sql`coalesce(title, '') || ' ' || body || ' ' || author_name`)}) gin_trgm_ops`,
    ),
    check('review_rating_range', sql.raw(`rating between ${lowestRating} and ${highestRating}`)),
    foreignKey({
      name: 'review_line_item_fkey',
      columns: [table.shopId, table.lineItemId],
      foreignColumns: [lineItem.shopId, lineItem.id],
    }),
    foreignKey({
      name: 'review_product_fkey',
      columns: [table.shopId, table.productId],
      foreignColumns: [product.shopId, product.id],
    }),
  ],
)
