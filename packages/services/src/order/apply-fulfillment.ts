import type { FulfillmentEvent } from '@afterword/validation/shopify/fulfillment'
import { applyPlan } from '../review-request/apply-plan.ts'
import type { DeliveryResult, ShopScope } from '../webhook/shop-scope.ts'
import { lockOrder } from './lock-order.ts'
import { isHandedOver, recordFulfillments } from './record-fulfillments.ts'

/** `open` and `pending` wait for a warehouse; a later message says `success`. */
const waiting = new Set(['open', 'pending'])

/**
 * Applies what the platform says of one parcel, also before its order is known. A parcel that is not
 * handed over is ignored: `fulfillment_pending` or `fulfillment_failed`.
 */
export const applyFulfillment = async (scope: ShopScope, event: FulfillmentEvent): Promise<DeliveryResult> => {
  const { fulfillment, orderPlatformId } = event
  if (!isHandedOver(fulfillment)) {
    const isWaiting = waiting.has(fulfillment.status ?? '')
    return { outcome: 'ignored', reason: isWaiting ? 'fulfillment_pending' : 'fulfillment_failed' }
  }
  const order = await lockOrder(scope, orderPlatformId)
  await recordFulfillments(scope, order, [fulfillment])
  return { outcome: 'processed', reason: await applyPlan(scope, order.id) }
}
