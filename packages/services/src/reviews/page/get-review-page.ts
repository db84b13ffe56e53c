import type { OwnReview, ReviewPage, ReviewPageItem } from '@afterword/validation/review/customer-page'
import {
  customer,
  lineItem,
  order,
  product,
  review,
  reviewDraft,
  reviewReply,
  reviewRequest,
  shop,
} from '@afterword/db/schema'
import { defineStatement } from '@afterword/db/connection/statement'
import { DomainError } from '@afterword/errors'
import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../kernel/context.ts'
import { isReviewableRow } from '../../orders/eligibility.ts'
import { draftRecipient } from '../draft/internal/draft-recipient.ts'
import { isOfAnother } from '../../orders/own-review.ts'
import { displayName } from '../../orders/display-name.ts'
import { greetingNames } from '../../orders/greeting-name.ts'
import { findReviewLink } from '../../asking/link/find-review-link.ts'

interface HeadRow {
  readonly orderId: string
  readonly orderName: string | null
  readonly orderLocale: string | null
  readonly shopName: string
  readonly accessCode: string
  readonly logoUrl: string | null
  readonly accentColor: string
  readonly websiteUrl: string | null
  readonly shopLocale: string
  readonly firstName: string | null
  readonly lastName: string | null
}

const value = (name: string): SQL => sql`${sql.placeholder(name)}`

const loadHead = defineStatement<HeadRow>(
  () => sql`
    select ${order.id} as "orderId", ${order.name} as "orderName", ${order.locale} as "orderLocale",
      ${shop.name} as "shopName", ${shop.accessCode} as "accessCode", ${shop.logoUrl} as "logoUrl",
      ${shop.accentColor} as "accentColor", ${shop.websiteUrl} as "websiteUrl", ${shop.locale} as "shopLocale",
      ${customer.firstName} as "firstName", ${customer.lastName} as "lastName"
    from ${reviewRequest}
    join ${order} on ${order.shopId} = ${reviewRequest.shopId} and ${order.id} = ${reviewRequest.orderId}
    join ${shop} on ${shop.id} = ${reviewRequest.shopId}
    left join ${customer} on ${customer.shopId} = ${order.shopId} and ${customer.id} = ${value('customerId')}::uuid
    where ${reviewRequest.shopId} = ${value('shopId')}::uuid and ${reviewRequest.id} = ${value('reviewRequestId')}::uuid`,
)

const isForeign = isOfAnother(sql`${value('customerId')}::uuid`)

/** Amounts and times are text, as Postgres sends them. */
interface ItemRow extends Omit<ReviewPageItem, 'priceMinor' | 'compareAtMinor' | 'review'> {
  readonly priceMinor: string | null
  readonly compareAtMinor: string | null
  readonly review: (Omit<OwnReview, 'createdAt' | 'editedAt'> & { createdAt: string; editedAt: string | null }) | null
}

/** The order's items, each with its draft and its review where the link's recipient has one. */
const loadItems = defineStatement<ItemRow>(
  () => sql`
    select ${lineItem.id} as "lineItemId", ${lineItem.quantity}, ${isReviewableRow} and not ${isForeign} as "isReviewable",
      coalesce(${product.title}, ${lineItem.title}) as title, ${lineItem.variantTitle} as "variantTitle",
      ${product.imageUrl} as "imageUrl", ${product.priceMinor} as "priceMinor",
      ${product.compareAtMinor} as "compareAtMinor",
      ${product.isPriceFrom} as "isPriceFrom", ${product.currency},
      case when ${reviewDraft.version} is not null then json_build_object('version', ${reviewDraft.version},
        'rating', ${reviewDraft.rating}, 'title', ${reviewDraft.title}, 'body', ${reviewDraft.body},
        'authorName', ${reviewDraft.authorName},
        'savedSecondsAgo', greatest(extract(epoch from now() - ${reviewDraft.updatedAt})::float8, 0)) end as draft,
      case when ${review.id} is not null and not ${isForeign} then json_build_object('id', ${review.id}, 'lineItemId', ${lineItem.id},
        'rating', ${review.rating}, 'title', ${review.title}, 'body', ${review.body},
        'authorName', ${review.authorName}, 'status', ${review.status}, 'rejectReason', ${review.rejectReason}, 'createdAt', ${review.createdAt},
        'editedAt', ${review.editedAt}, 'reply', ${reviewReply.body}) end as review
    from ${lineItem}
    join ${order} on ${order.shopId} = ${lineItem.shopId} and ${order.id} = ${lineItem.orderId}
    left join ${product} on ${product.shopId} = ${lineItem.shopId} and ${product.id} = ${lineItem.productId}
    left join ${reviewDraft} on ${reviewDraft.shopId} = ${lineItem.shopId} and ${reviewDraft.lineItemId} = ${lineItem.id}
      and ${reviewDraft.recipientId} = ${value('recipientId')}::uuid
    left join ${review} on ${review.shopId} = ${lineItem.shopId} and ${review.lineItemId} = ${lineItem.id}
    left join ${reviewReply} on ${reviewReply.shopId} = ${review.shopId} and ${reviewReply.reviewId} = ${review.id}
    where ${lineItem.shopId} = ${value('shopId')}::uuid and ${lineItem.orderId} = ${value('orderId')}::uuid
    order by ${lineItem.position}, ${lineItem.id}`,
)

const toAmount = (text: string | null): number | null => (text === null ? null : Number(text))

const toItem = ({ priceMinor, compareAtMinor, review: own, ...row }: ItemRow): ReviewPageItem => ({
  ...row,
  priceMinor: toAmount(priceMinor),
  compareAtMinor: toAmount(compareAtMinor),
  review: own && {
    ...own,
    createdAt: new Date(own.createdAt),
    editedAt: own.editedAt === null ? null : new Date(own.editedAt),
  },
})

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
  const [head] = await loadHead(ctx.db, { ...link })
  if (head === undefined) throw new DomainError('review_link.not_found')
  const rows = await loadItems(ctx.db, {
    shopId: link.shopId,
    orderId: head.orderId,
    customerId: link.customerId,
    recipientId: draftRecipient(link),
  })
  const { shopName, accessCode, logoUrl, accentColor, websiteUrl, shopLocale } = head
  return {
    shop: { name: shopName, accessCode, logoUrl, accentColor, websiteUrl, locale: shopLocale },
    order: { name: head.orderName, locale: head.orderLocale },
    customer: { greetingNames: greetingNames(head), displayName: displayName(head) },
    focusLineItemId: link.lineItemId,
    items: rows.map(toItem).filter((item) => item.isReviewable || item.review !== null),
  }
}
