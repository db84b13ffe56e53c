import type { Executor } from '@afterword/db/connection/client'
import { customer, lineItem, order, product, review, reviewRequest, shop } from '@afterword/db/schema'
import { defineStatement } from '@afterword/db/connection/statement'
import { DomainError } from '@afterword/errors'
import { sql } from 'drizzle-orm'
import { isReviewableRow } from '../../orders/eligibility.ts'
import type { FoundReviewLink } from './find-review-link.ts'
import { isOfAnother } from '../../orders/own-review.ts'

export interface ReachableLineItem {
  readonly lineItemId: string
  readonly productId: string
  /** Whom the link was sent to. */
  readonly customerId: string | null
  readonly firstName: string | null
  readonly lastName: string | null
  readonly locale: string
}

interface NamedLineItem extends Omit<ReachableLineItem, 'lineItemId' | 'productId'> {
  readonly productId: string | null
  readonly isReviewable: boolean
}

const recipient = sql`${sql.placeholder('customerId')}::uuid`

/** The line item a link's holder names, whether or not it may be reviewed. Put together once: each try to send asks it. */
const findNamed = defineStatement<NamedLineItem>(
  () => sql`
    select ${lineItem.productId} as "productId",
      ${isReviewableRow} and ${review.id} is null as "isReviewable",
      ${recipient} as "customerId", ${customer.firstName} as "firstName", ${customer.lastName} as "lastName",
      coalesce(${order.locale}, ${shop.locale}) as locale
    from ${reviewRequest}
    join ${order} on ${order.shopId} = ${reviewRequest.shopId} and ${order.id} = ${reviewRequest.orderId}
    join ${lineItem} on ${lineItem.shopId} = ${order.shopId} and ${lineItem.orderId} = ${order.id}
    join ${shop} on ${shop.id} = ${order.shopId}
    left join ${product} on ${product.shopId} = ${lineItem.shopId} and ${product.id} = ${lineItem.productId}
    left join ${customer} on ${customer.shopId} = ${order.shopId} and ${customer.id} = ${recipient}
    left join ${review} on ${review.shopId} = ${lineItem.shopId} and ${review.lineItemId} = ${lineItem.id}
      and ${isOfAnother(recipient)}
    where ${reviewRequest.shopId} = ${sql.placeholder('shopId')}::uuid
      and ${reviewRequest.id} = ${sql.placeholder('reviewRequestId')}::uuid
      and ${lineItem.id} = ${sql.placeholder('lineItemId')}::uuid`,
)

/**
 * Looks up the line item a link's holder names. Outside of transactions: it takes a connection of its own.
 *
 * @returns Gives it if it is part of that link's order, may be reviewed and has no review of another recipient's; throws DomainError
 *   `line_item.not_found`, `line_item.not_reviewable` when it is asked for and is not. So a caller may first see
 *   whether there is an earlier answer.
 */
export const lookUpLineItem = async (
  db: Executor,
  link: Pick<FoundReviewLink, 'shopId' | 'reviewRequestId' | 'customerId'>,
  lineItemId: string,
): Promise<() => ReachableLineItem> => {
  const { shopId, reviewRequestId, customerId } = link
  const [row] = await findNamed(db, { shopId, reviewRequestId, customerId, lineItemId })
  return () => {
    if (row === undefined) throw new DomainError('line_item.not_found')
    const { isReviewable: mayBeReviewed, productId, ...item } = row
    if (!mayBeReviewed || productId === null) throw new DomainError('line_item.not_reviewable')
    return { ...item, lineItemId, productId }
  }
}
