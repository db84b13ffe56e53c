import { lineItem, order as orderTable, parcelLine, reviewRequest } from '@afterword/db/schema'
import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { writeAudit } from '../../../kernel/audit.ts'
import type { ShopScope } from '../../../shop/shop-scope.ts'
import type { OrderRow } from './lock-order.ts'

/** Whether the order's mail has gone: then its lines stay with the customer who was asked about them. */
const wasAsked = async ({ tx, shop }: ShopScope, orderId: string): Promise<boolean> => {
  const isSent = and(
    eq(reviewRequest.shopId, shop.id),
    eq(reviewRequest.orderId, orderId),
    isNotNull(reviewRequest.sentAt),
  )
  return (await tx.$count(reviewRequest, isSent)) > 0
}

/**
 * Takes lines back whose parcel came to nothing: each counts from the latest of its other parcels, or as not handed
 * over. Not after the order's mail went.
 *
 * @returns Whether anything was new.
 */
export const withdrawHandover = async (
  scope: ShopScope,
  order: Pick<OrderRow, 'id'>,
  lineItemIds: readonly string[],
): Promise<boolean> => {
  const { tx, ctx, shop } = scope
  if (await wasAsked(scope, order.id)) return false
  const latest = sql`(select max(${parcelLine.handedOverAt}) from ${parcelLine}
    where ${parcelLine.shopId} = ${lineItem.shopId} and ${parcelLine.lineItemId} = ${lineItem.id})`
  const changed = await tx
    .update(lineItem)
    .set({ fulfilledAt: latest })
    .where(
      and(
        eq(lineItem.shopId, shop.id),
        inArray(lineItem.id, [...lineItemIds]),
        sql`${lineItem.fulfilledAt} is distinct from ${latest}`,
      ),
    )
    .returning({ id: lineItem.id })
  if (changed.length === 0) return false
  const latestOfAll = tx
    .select({ at: sql`max(${lineItem.fulfilledAt})` })
    .from(lineItem)
    .where(and(eq(lineItem.shopId, shop.id), eq(lineItem.orderId, order.id)))
  await tx
    .update(orderTable)
    .set({ fulfilledAt: sql`(${latestOfAll})` })
    .where(and(eq(orderTable.shopId, shop.id), eq(orderTable.id, order.id)))
  const details = { lineItems: changed.length }
  await writeAudit(tx, ctx, { shopId: shop.id, action: 'order.withdraw', subjectId: order.id, details })
  return true
}
