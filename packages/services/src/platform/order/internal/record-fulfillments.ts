import { lineItem, order as orderTable, parcelLine } from '@afterword/db/schema'
import type { PlatformFulfillment } from '@afterword/validation/shopify/fulfillment'
import { and, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import { writeAudit } from '../../../kernel/audit.ts'
import type { ShopScope } from '../../../shop/shop-scope.ts'
import type { OrderRow } from './lock-order.ts'
import { findLineItemIds, saveLineItems } from './save-line-items.ts'
import { withdrawHandover } from './withdraw-handover.ts'

/** Whether the parcel has been handed over. A platform that names no state means that it has. */
export const isHandedOver = ({ status }: PlatformFulfillment): boolean => status === null || status === 'success'

const withdrawn = new Set(['cancelled', 'error', 'failure'])

/** Whether the parcel came to nothing, whatever was said of it before. */
export const isWithdrawn = ({ status }: PlatformFulfillment): boolean => withdrawn.has(status ?? '')

interface Handover {
  readonly lineItemIds: readonly string[]
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
  { lineItemIds, at }: Handover,
): Promise<boolean> => {
  if (lineItemIds.length === 0) return false
  const changed = await tx
    .update(lineItem)
    .set({ fulfilledAt: at })
    .where(
      and(
        eq(lineItem.shopId, shop.id),
        eq(lineItem.orderId, order.id),
        inArray(lineItem.id, [...lineItemIds]),
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

/** Notes what parcels carried, adding lines nobody told of yet. @returns Ids of the lines of which this was news */
const saveParcelLines = async (
  scope: ShopScope,
  order: Pick<OrderRow, 'id' | 'currency'>,
  parcel: PlatformFulfillment,
): Promise<readonly string[]> => {
  const { tx, ctx, shop } = scope
  await saveLineItems(scope, order, { lines: parcel.lineItems, mode: 'add' })
  const platformIds = [...new Set(parcel.lineItems.map((line) => line.platformId))]
  const ids = await findLineItemIds(scope, order.id, platformIds)
  if (ids.size === 0) return []
  const rows = [...ids.values()].toSorted().map((lineItemId) => ({
    shopId: shop.id,
    parcelPlatformId: parcel.platformId,
    lineItemId,
    handedOverAt: isHandedOver(parcel) ? (parcel.createdAt ?? ctx.now()) : null,
    toldAt: parcel.toldAt ?? new Date(0),
  }))
  const saved = await tx
    .insert(parcelLine)
    .values(rows)
    .onConflictDoUpdate({
      target: [parcelLine.shopId, parcelLine.parcelPlatformId, parcelLine.lineItemId],
      set: { handedOverAt: sql`excluded.handed_over_at`, toldAt: sql`excluded.told_at` },
      // Of two words of one moment the end of a parcel is the later one.
      setWhere: sql`excluded.told_at > ${parcelLine.toldAt}
        or excluded.told_at = ${parcelLine.toldAt} and excluded.handed_over_at is null`,
    })
    .returning({ lineItemId: parcelLine.lineItemId })
  return saved.map((row) => row.lineItemId)
}

const recordParcel = async (
  scope: ShopScope,
  order: Pick<OrderRow, 'id' | 'currency'>,
  parcel: PlatformFulfillment,
): Promise<boolean> => {
  const lineItemIds = await saveParcelLines(scope, order, parcel)
  if (lineItemIds.length === 0) return false
  return isHandedOver(parcel)
    ? await recordHandover(scope, order, { lineItemIds, at: parcel.createdAt ?? scope.ctx.now() })
    : await withdrawHandover(scope, order, lineItemIds)
}

/**
 * Notes what parcels carried. A parcel counts from the time it was made, not from its last tracking update. One that is
 * cancelled before the order's mail went takes its lines back; the newest word of a parcel stands, in whatever order
 * messages come.
 *
 * @returns Whether anything was new.
 */
export const recordFulfillments = async (
  scope: ShopScope,
  order: Pick<OrderRow, 'id' | 'currency'>,
  fulfillments: readonly PlatformFulfillment[],
): Promise<boolean> => {
  let isNew = false
  for (const parcel of fulfillments.filter((each) => isHandedOver(each) || isWithdrawn(each))) {
    isNew = (await recordParcel(scope, order, parcel)) || isNew
  }
  return isNew
}
