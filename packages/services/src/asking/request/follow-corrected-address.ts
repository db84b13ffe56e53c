import { order } from '@afterword/db/schema'
import { and, eq } from 'drizzle-orm'
import { requireSystem } from '../../kernel/access.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { inTransaction } from '../../kernel/in-transaction.ts'
import { lockShop } from '../../shop/shop-scope.ts'
import { applyPlan } from './apply-plan.ts'
import type { ReviewRequestClaim } from './internal/claim-review-request.ts'

/**
 * Call it when a request's mail is over: an address that was corrected while the mail was on its way found the request
 * unsent, so it is looked at again here.
 */
export const followCorrectedAddress = async (
  ctx: ServiceContext,
  claim: Pick<ReviewRequestClaim, 'shopId' | 'orderId' | 'customerId'>,
): Promise<void> => {
  requireSystem(ctx)
  const { shopId, orderId, customerId } = claim
  const isThis = and(eq(order.shopId, shopId), eq(order.id, orderId))
  const [now] = await ctx.db.select({ customerId: order.customerId }).from(order).where(isThis)
  if (now === undefined || now.customerId === null || now.customerId === customerId) return
  await inTransaction(ctx, async (tx, joined) => {
    const shop = await lockShop(tx, shopId, 'key share')
    await tx.select({ id: order.id }).from(order).where(isThis).for('update')
    await applyPlan({ tx, ctx: joined, shop }, orderId)
  })
}
