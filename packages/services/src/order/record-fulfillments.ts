import { lineItem, order as orderTable } from '@afterword/db/schema'
import type { PlatformFulfillment } from '@afterword/validation/shopify/fulfillment'
import { and, eq, inArray, isNull, lt, or } from 'drizzle-orm'
import { writeAudit } from '../audit.ts'
import type { ShopScope } from '../webhook/shop-scope.ts'
import type { OrderRow } from './lock-order.ts'
import { saveLineItems } from './save-line-items.ts'

/** Whether the parcel has been handed over. A platform that names no state means that it has. */
export const isHandedOver = ({ status }: PlatformFulfillment): boolean => status === null || status === 'success'

interface Handover {
  readonly lineItemPlatformIds: readonly string[]
  readonly at: Date
}

/**
 * Notes when lines were handed over. The latest time stays, so the order of messages does not matter.
 *
 * @returns Whether anything was new.
 */
export const recordHandover = async (
  { tx, ctx, shop }: ShopScope,
  order: Pick<OrderRow, 'id'>,
  { lineItemPlatformIds, at }: Handover,
): Promise<boolean> => {
  if (lineItemPlatformIds.length === 0) return false
  const changed = await tx
    .update(lineItem)
    .set({ fulfilledAt: at })
    .where(
      and(
        eq(lineItem.shopId, shop.id),
        eq(lineItem.orderId, order.id),
        inArray(lineItem.platformId, [...lineItemPlatformIds]),
        or(isNull(lineItem.fulfilledAt), lt(lineItem.fulfilledAt, at)),
      ),
    )
    .returning({ id: lineItem.id })
  if (changed.length === 0) return false
  await tx
    .update(orderTable)
    .set({ fulfilledAt: at })
    .where(
      and(
        eq(orderTable.shopId, shop.id),
        eq(orderTable.id, order.id),
        or(isNull(orderTable.fulfilledAt), lt(orderTable.fulfilledAt, at)),
      ),
    )
  const details = { lineItems: changed.length, fulfilledAt: at }
  await writeAudit(tx, ctx, { shopId: shop.id, action: 'order.fulfill', subjectId: order.id, details })
  return true
}

/**
 * Notes what parcels carried, adding lines nobody told of yet. A parcel counts from the time it was
 * made, not from its last tracking update. One that is cancelled later does not take its lines back.
 *
 * @returns Whether anything was new.
 */
export const recordFulfillments = async (
  scope: ShopScope,
  order: Pick<OrderRow, 'id' | 'currency'>,
  fulfillments: readonly PlatformFulfillment[],
): Promise<boolean> => {
  let isNew = false
  for (const fulfillment of fulfillments.filter(isHandedOver)) {
    await saveLineItems(scope, order, { lines: fulfillment.lineItems, mode: 'add' })
    const handover = {
      lineItemPlatformIds: fulfillment.lineItems.map((line) => line.platformId),
      at: fulfillment.createdAt ?? scope.ctx.now(),
    }
    isNew = (await recordHandover(scope, order, handover)) || isNew
  }
  return isNew
}
