import type { Executor } from '@afterword/db/client'
import { customer, lineItem, order, reviewRequest, shop } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { and, eq, sql } from 'drizzle-orm'

/** The condition under which a line of an order may be reviewed. */
export const isReviewable = sql<boolean>`(${lineItem.productId} is not null and not ${lineItem.isGiftCard}
  and ${lineItem.refundedQuantity} < ${lineItem.quantity} and ${lineItem.fulfilledAt} is not null
  and ${order.cancelledAt} is null)`

export interface ReachableLineItem {
  readonly lineItemId: string
  readonly productId: string
  readonly customerId: string | null
  readonly firstName: string | null
  readonly lastName: string | null
  readonly locale: string
}

/**
 * The line item a link's holder names, if it is part of that link's order and may be reviewed.
 *
 * @throws DomainError `line_item.not_found`, `line_item.not_reviewable`
 */
export const findReachableLineItem = async (
  db: Executor,
  link: { readonly shopId: string; readonly reviewRequestId: string },
  lineItemId: string,
): Promise<ReachableLineItem> => {
  const [row] = await db
    .select({
      productId: lineItem.productId,
      isReviewable,
      customerId: order.customerId,
      firstName: customer.firstName,
      lastName: customer.lastName,
      locale: sql<string>`coalesce(${order.locale}, ${shop.locale})`,
    })
    .from(reviewRequest)
    .innerJoin(order, and(eq(order.shopId, reviewRequest.shopId), eq(order.id, reviewRequest.orderId)))
    .innerJoin(lineItem, and(eq(lineItem.shopId, order.shopId), eq(lineItem.orderId, order.id)))
    .innerJoin(shop, eq(shop.id, order.shopId))
    .leftJoin(customer, and(eq(customer.shopId, order.shopId), eq(customer.id, order.customerId)))
    .where(
      and(
        eq(reviewRequest.shopId, link.shopId),
        eq(reviewRequest.id, link.reviewRequestId),
        eq(lineItem.id, lineItemId),
      ),
    )
    .limit(1)
  if (row === undefined) throw new DomainError('line_item.not_found')
  if (!row.isReviewable || row.productId === null) throw new DomainError('line_item.not_reviewable')
  return { ...row, lineItemId, productId: row.productId }
}

/** How a customer is named beside a review unless they say otherwise: "Mina K.". */
export const displayName = (person: { firstName: string | null; lastName: string | null }): string => {
  const first = person.firstName?.trim() ?? ''
  const [initial] = Array.from(person.lastName?.trim() ?? '')
  if (first === '') return 'Customer'
  return initial === undefined ? first : `${first} ${initial.toUpperCase()}.`
}
