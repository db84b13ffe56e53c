import { customer, lineItem, order, product, review, reviewDraft, reviewRequest, shop } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { ServiceContext } from '../context.ts'
import { type OwnReview, selectOwnReviews } from '../review/own-review.ts'
import { displayName, isReviewable } from '../review/reachable-line-item.ts'
import { findReviewLink, type FoundReviewLink } from '../review-link/find-review-link.ts'

export interface ReviewPageItem {
  readonly lineItemId: string
  readonly quantity: number
  readonly isReviewable: boolean
  readonly title: string
  readonly variantTitle: string | null
  readonly imageUrl: string | null
  readonly priceMinor: number | null
  readonly compareAtMinor: number | null
  readonly currency: string | null
  readonly draft: {
    readonly rating: number | null
    readonly title: string | null
    readonly body: string | null
    readonly authorName: string | null
    readonly version: number
    /** By the database's clock, so that a browser's own need not be right. */
    readonly savedSecondsAgo: number
  } | null
  readonly review: OwnReview | null
}

export interface ReviewPage {
  readonly shop: {
    readonly name: string
    readonly accessCode: string
    readonly logoUrl: string | null
    readonly accentColor: string
    readonly websiteUrl: string | null
    readonly locale: string
  }
  readonly order: { readonly name: string | null; readonly locale: string | null }
  readonly customer: { readonly firstName: string | null; readonly displayName: string }
  readonly focusLineItemId: string | null
  readonly items: ReviewPageItem[]
}

const loadHead = async (ctx: ServiceContext, link: FoundReviewLink) => {
  const [head] = await ctx.db
    .select({
      orderId: order.id,
      shop: {
        name: shop.name,
        accessCode: shop.accessCode,
        logoUrl: shop.logoUrl,
        accentColor: shop.accentColor,
        websiteUrl: shop.websiteUrl,
        locale: shop.locale,
      },
      order: { name: order.name, locale: order.locale },
      firstName: customer.firstName,
      lastName: customer.lastName,
    })
    .from(reviewRequest)
    .innerJoin(order, and(eq(order.shopId, reviewRequest.shopId), eq(order.id, reviewRequest.orderId)))
    .innerJoin(shop, eq(shop.id, reviewRequest.shopId))
    .leftJoin(customer, and(eq(customer.shopId, order.shopId), eq(customer.id, order.customerId)))
    .where(and(eq(reviewRequest.shopId, link.shopId), eq(reviewRequest.id, link.reviewRequestId)))
    .limit(1)
  if (head === undefined) throw new DomainError('review_link.not_found')
  return head
}

const loadItems = async (ctx: ServiceContext, shopId: string, orderId: string) =>
  await ctx.db
    .select({
      lineItemId: lineItem.id,
      quantity: lineItem.quantity,
      isReviewable,
      productId: lineItem.productId,
      lineTitle: lineItem.title,
      title: product.title,
      variantTitle: lineItem.variantTitle,
      imageUrl: product.imageUrl,
      priceMinor: product.priceMinor,
      compareAtMinor: product.compareAtMinor,
      currency: product.currency,
      draft: {
        // First, because drizzle takes a joined row for absent when its first column is null.
        version: reviewDraft.version,
        rating: reviewDraft.rating,
        title: reviewDraft.title,
        body: reviewDraft.body,
        authorName: reviewDraft.authorName,
        savedSecondsAgo: sql<number>`greatest(extract(epoch from now() - ${reviewDraft.updatedAt})::float8, 0)`,
      },
    })
    .from(lineItem)
    .innerJoin(order, and(eq(order.shopId, lineItem.shopId), eq(order.id, lineItem.orderId)))
    .leftJoin(product, and(eq(product.shopId, lineItem.shopId), eq(product.id, lineItem.productId)))
    .leftJoin(reviewDraft, and(eq(reviewDraft.shopId, lineItem.shopId), eq(reviewDraft.lineItemId, lineItem.id)))
    .where(and(eq(lineItem.shopId, shopId), eq(lineItem.orderId, orderId)))
    .orderBy(asc(lineItem.position), asc(lineItem.id))

/**
 * Everything the review page shows, from its link. Reads only: opening it any number of times,
 * by people or by mail scanners, changes nothing.
 *
 * @throws DomainError `review_link.not_found`
 */
export const getReviewPage = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: { readonly code: string }
}): Promise<ReviewPage> => {
  const link = await findReviewLink({ ctx, input: { code: input.code, purpose: 'review' } })
  const { orderId, firstName, lastName, ...head } = await loadHead(ctx, link)
  const rows = await loadItems(ctx, link.shopId, orderId)
  const ids = rows.map((row) => row.lineItemId)
  const reviews = ids.length === 0 ? [] : await selectOwnReviews(ctx.db, link.shopId, inArray(review.lineItemId, ids))
  const byItem = new Map(reviews.map((own) => [own.lineItemId, own]))
  const items = rows
    .map(({ productId: _productId, lineTitle, title, ...row }) => ({
      ...row,
      title: title ?? lineTitle,
      review: byItem.get(row.lineItemId) ?? null,
    }))
    .filter((item) => item.isReviewable || item.review !== null)
  return {
    ...head,
    customer: { firstName, displayName: displayName({ firstName, lastName }) },
    focusLineItemId: link.lineItemId,
    items,
  }
}
