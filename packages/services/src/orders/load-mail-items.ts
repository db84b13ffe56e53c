import type { Executor } from '@afterword/db/connection/client'
import { lineItem, order, product, review } from '@afterword/db/schema'
import { decideCompareAt } from '@afterword/validation/price/price'
import { and, asc, eq, sql } from 'drizzle-orm'
import { absoluteWebUrl } from '../mail/web-url.ts'
import type { MailItem, MailPrice } from '../mail/mailer.ts'
import { isOfAnother } from './own-review.ts'
import { isReviewableRow } from './eligibility.ts'

/** An item as a mail shows it, before its link is made. */
export type MailItemDraft = Omit<MailItem, 'reviewUrl'> & { readonly lineItemId: string }

const toMailPrice = (row: typeof product.$inferSelect): MailPrice | null => {
  if (row.priceMinor === null) return null
  const compareAtMinor = decideCompareAt({ priceMinor: row.priceMinor, compareAtMinor: row.compareAtMinor })
  return { priceMinor: row.priceMinor, compareAtMinor, isPriceFrom: row.isPriceFrom, currency: row.currency }
}

/**
 * The items of an order that a mail may ask about, in the order's own order: those that may be reviewed.
 * `isReviewed` tells those that the recipient wrote about already; what another did is left out.
 *
 * @param key.customerId  Whom the mail goes to.
 */
export const loadMailItems = async (
  db: Executor,
  key: { readonly shopId: string; readonly orderId: string; readonly customerId: string },
  publicUrl: string,
): Promise<MailItemDraft[]> => {
  const rows = await db
    .select({ line: lineItem, product, reviewId: review.id })
    .from(lineItem)
    .innerJoin(order, and(eq(order.shopId, lineItem.shopId), eq(order.id, lineItem.orderId)))
    .innerJoin(product, and(eq(product.shopId, lineItem.shopId), eq(product.id, lineItem.productId)))
    .leftJoin(review, and(eq(review.shopId, lineItem.shopId), eq(review.lineItemId, lineItem.id)))
    .where(
      and(
        eq(lineItem.shopId, key.shopId),
        eq(lineItem.orderId, key.orderId),
        isReviewableRow,
        sql`not ${isOfAnother(sql`${key.customerId}::uuid`)}`,
      ),
    )
    .orderBy(asc(lineItem.position), asc(lineItem.id))
  return rows.map((row) => ({
    lineItemId: row.line.id,
    title: row.product.title,
    variantTitle: row.line.variantTitle,
    imageUrl: absoluteWebUrl(row.product.imageUrl, publicUrl),
    price: toMailPrice(row.product),
    isReviewed: row.reviewId !== null,
  }))
}
