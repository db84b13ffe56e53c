import { customer, order, reviewRequest, shop } from '@afterword/db/schema'
import type { CancelReason } from '@afterword/validation/request/rules'
import { and, eq } from 'drizzle-orm'
import type { ServiceContext } from '../../../kernel/context.ts'
import type { ReviewRequestKey } from './claim-review-request.ts'
import { hasLeft, leavesAt } from '../../../shop/has-left.ts'
import { loadMailItems, type MailItemDraft } from '../../../orders/load-mail-items.ts'

interface LoadedReviewRequest {
  readonly shop: typeof shop.$inferSelect
  readonly order: typeof order.$inferSelect
  readonly customer: typeof customer.$inferSelect
  readonly items: readonly MailItemDraft[]
}

/** Either everything the mail is made of, or why there is no reason left to send it. */
export type ReviewRequestContent =
  | { readonly kind: 'ready'; readonly content: LoadedReviewRequest }
  | { readonly kind: 'cancel'; readonly reason: CancelReason }
  /** The shop may be gone; until then that is not certain. */
  | { readonly kind: 'wait'; readonly until: Date }

/**
 * Reads what a claimed review request is about as it stands now, not as it stood when it was planned. Its recipient is
 * the one of the claim.
 */
export const loadReviewRequest = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: ReviewRequestKey
}): Promise<ReviewRequestContent> => {
  const [head] = await ctx.db
    .select({ shop, order, customer })
    .from(reviewRequest)
    .innerJoin(shop, eq(shop.id, reviewRequest.shopId))
    .innerJoin(order, and(eq(order.shopId, reviewRequest.shopId), eq(order.id, reviewRequest.orderId)))
    .leftJoin(customer, and(eq(customer.shopId, reviewRequest.shopId), eq(customer.id, reviewRequest.customerId)))
    .where(and(eq(reviewRequest.shopId, input.shopId), eq(reviewRequest.id, input.reviewRequestId)))
    .limit(1)
  if (head === undefined || head.customer === null) return { kind: 'cancel', reason: 'nothing_to_review' }
  const { uninstalledAt } = head.shop
  if (hasLeft(uninstalledAt, ctx.now())) return { kind: 'cancel', reason: 'shop_uninstalled' }
  if (uninstalledAt !== null) return { kind: 'wait', until: leavesAt(uninstalledAt) }
  if (head.order.cancelledAt !== null) return { kind: 'cancel', reason: 'order_cancelled' }
  if (head.customer.unsubscribedAt !== null) return { kind: 'cancel', reason: 'unsubscribed' }
  const all = await loadMailItems(
    ctx.db,
    { shopId: input.shopId, orderId: head.order.id, customerId: head.customer.id },
    ctx.publicUrl,
  )
  const items = all.filter((item) => !item.isReviewed)
  if (items.length === 0) return { kind: 'cancel', reason: 'nothing_to_review' }
  return { kind: 'ready', content: { ...head, customer: head.customer, items } }
}
