import { customer, lineItem, order, product, reviewRequest } from '@afterword/db/schema'
import { sendReviewRequest } from '@afterword/jobs/definitions/send-review-request'
import { and, eq, sql } from 'drizzle-orm'
import { writeAudit } from '../../kernel/audit.ts'
import type { ShopScope } from '../../shop/shop-scope.ts'
import { reopenRequest } from './internal/reopen-request.ts'
import { isMailOver, isOpenRequest } from './request-state.ts'
import { type NoRequestReason, planReviewRequest, type ReviewRequestPlan } from './internal/plan-review-request.ts'

const readFacts = async ({ tx, ctx, shop }: ShopScope, orderId: string) => {
  const [head] = await tx
    .select({
      platformUpdatedAt: order.platformUpdatedAt,
      isTest: order.isTest,
      cancelledAt: order.cancelledAt,
      customerId: order.customerId,
      unsubscribedAt: customer.unsubscribedAt,
    })
    .from(order)
    .leftJoin(customer, and(eq(customer.shopId, order.shopId), eq(customer.id, order.customerId)))
    .where(and(eq(order.shopId, shop.id), eq(order.id, orderId)))
  if (head === undefined) throw new Error('a locked order is not there')
  const items = await tx
    .select({
      productId: lineItem.productId,
      isGiftCard: lineItem.isGiftCard,
      quantity: lineItem.quantity,
      refundedQuantity: lineItem.refundedQuantity,
      currentQuantity: lineItem.currentQuantity,
      isProductDeleted: sql<boolean>`${product.deletedAt} is not null`,
      fulfilledAt: lineItem.fulfilledAt,
    })
    .from(lineItem)
    .leftJoin(product, and(eq(product.shopId, lineItem.shopId), eq(product.id, lineItem.productId)))
    .where(and(eq(lineItem.shopId, shop.id), eq(lineItem.orderId, orderId)))
  const { isTest, cancelledAt, customerId, unsubscribedAt } = head
  return {
    order: { isKnown: head.platformUpdatedAt !== null, isTest, cancelledAt },
    customer: customerId === null ? null : { unsubscribedAt },
    items,
    shop,
    now: ctx.now(),
  }
}

/**
 * Writes a plan, unless the mail went out or was given up. A time that has come is not moved again,
 * so that repeated messages do not put the mail off.
 *
 * @returns The request if anything about it changed.
 */
const saveRequest = async (
  { tx, ctx, shop }: ShopScope,
  orderId: string,
  plan: Exclude<ReviewRequestPlan, { kind: 'none' }>,
) => {
  const now = ctx.now()
  const cancelled = plan.kind === 'cancel' ? { cancelledAt: now, cancelReason: plan.reason } : null
  const { sendAt } = reviewRequest
  const isDue = sql`(${sendAt} <= ${sql.param(now, sendAt)} and excluded.send_at <= ${sql.param(now, sendAt)})`
  const nextSendAt = sql`case when ${isDue} then ${sendAt} else excluded.send_at end`
  const isOtherReason = sql`${reviewRequest.cancelReason} is distinct from excluded.cancel_reason`
  const [row] = await tx
    .insert(reviewRequest)
    .values({ shopId: shop.id, orderId, sendAt: plan.sendAt, ...cancelled })
    .onConflictDoUpdate({
      target: [reviewRequest.shopId, reviewRequest.orderId],
      set: {
        sendAt: nextSendAt,
        cancelReason: sql`excluded.cancel_reason`,
        cancelledAt: sql`case when ${isOtherReason} then excluded.cancelled_at else ${reviewRequest.cancelledAt} end`,
      },
      setWhere: sql`not ${isMailOver()} and (${isOtherReason} or ${sendAt} <> ${nextSendAt})`,
    })
    .returning({ id: reviewRequest.id, sendAt: reviewRequest.sendAt })
  return row
}

/** The order lost what a request needs (its address): a waiting one must not go out. */
const dropRequest = async ({ tx, ctx, shop }: ShopScope, orderId: string, reason: NoRequestReason): Promise<void> => {
  const [dropped] = await tx
    .update(reviewRequest)
    .set({ cancelledAt: ctx.now(), cancelReason: 'nothing_to_review' })
    .where(and(eq(reviewRequest.shopId, shop.id), eq(reviewRequest.orderId, orderId), isOpenRequest))
    .returning({ id: reviewRequest.id })
  if (dropped === undefined) return
  const details = { reason }
  await writeAudit(tx, ctx, { shopId: shop.id, action: 'review_request.cancel', subjectId: dropped.id, details })
}

/**
 * Brings an order's review request in line with what is known now: makes, moves, cancels, revives or
 * opens it again, and enqueues its sending whenever its time is set. Call it after each change of an order, in
 * the transaction that holds the order's row.
 *
 * @returns Why the order cannot have a request, or null when it has one or merely waits for parcels.
 */
export const applyPlan = async (
  scope: ShopScope,
  orderId: string,
): Promise<Exclude<NoRequestReason, 'not_fulfilled'> | null> => {
  const { tx, ctx, shop } = scope
  const plan = planReviewRequest(await readFacts(scope, orderId))
  if (plan.kind === 'none') {
    await dropRequest(scope, orderId, plan.reason)
    return plan.reason === 'not_fulfilled' ? null : plan.reason
  }
  const reopened = plan.kind === 'schedule' ? await reopenRequest(tx, { shopId: shop.id, orderId }) : undefined
  const saved = (await saveRequest(scope, orderId, plan)) ?? reopened
  if (saved === undefined) return null
  if (plan.kind === 'schedule') {
    const data = { shopId: shop.id, reviewRequestId: saved.id }
    await ctx.jobs.enqueue(tx, sendReviewRequest, data, { startAfter: saved.sendAt })
  }
  const details = plan.kind === 'schedule' ? { sendAt: saved.sendAt } : { reason: plan.reason }
  await writeAudit(tx, ctx, {
    shopId: shop.id,
    action: `review_request.${plan.kind}`,
    subjectId: saved.id,
    details,
  })
  return null
}
