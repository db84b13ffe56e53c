import type { RefundEvent } from '@afterword/validation/shopify/refund'
import { applyPlan } from '../../../asking/request/apply-plan.ts'
import type { DeliveryResult, ShopScope } from '../../../shop/shop-scope.ts'
import { lockOrder } from './lock-order.ts'
import { recordRefunds } from './record-refunds.ts'

/** Applies one refund, also before its order is known. The same refund again changes nothing. */
export const applyRefund = async (scope: ShopScope, event: RefundEvent): Promise<DeliveryResult> => {
  const order = await lockOrder(scope, event.orderPlatformId)
  await recordRefunds(scope, order, [event.refund])
  return { outcome: 'processed', reason: await applyPlan(scope, order.id) }
}
