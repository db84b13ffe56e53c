import { order as orderTable } from '@afterword/db/schema'
import type { FulfillmentEvent } from '@afterword/validation/shopify/fulfillment'
import { and, eq } from 'drizzle-orm'
import { applyPlan } from '../../../asking/request/apply-plan.ts'
import type { DeliveryResult, ShopScope } from '../../../shop/shop-scope.ts'
import { lockOrder } from './lock-order.ts'
import { isHandedOver, isWithdrawn, recordFulfillments } from './record-fulfillments.ts'

/** `open` and `pending` wait for a warehouse; a later message says `success`. */
const waiting = new Set(['open', 'pending'])

const failed = { outcome: 'ignored', reason: 'fulfillment_failed' } as const

const isKnown = async ({ tx, shop }: ShopScope, platformId: string): Promise<boolean> =>
  (await tx.$count(orderTable, and(eq(orderTable.shopId, shop.id), eq(orderTable.platformId, platformId)))) > 0

/**
 * Applies what the platform says of one parcel, also before its order is known. A parcel that waits is ignored as
 * `fulfillment_pending`; one that came to nothing takes its lines back, and is ignored as `fulfillment_failed` where
 * there is nothing to take.
 */
export const applyFulfillment = async (scope: ShopScope, event: FulfillmentEvent): Promise<DeliveryResult> => {
  const { fulfillment, orderPlatformId } = event
  if (waiting.has(fulfillment.status ?? '')) return { outcome: 'ignored', reason: 'fulfillment_pending' }
  const isEnd = isWithdrawn(fulfillment)
  if (!isHandedOver(fulfillment) && !(isEnd && (await isKnown(scope, orderPlatformId)))) return failed
  const order = await lockOrder(scope, orderPlatformId)
  const isNew = await recordFulfillments(scope, order, [fulfillment])
  if (isEnd && !isNew) return failed
  return { outcome: 'processed', reason: await applyPlan(scope, order.id) }
}
