import type { CancelReason } from '@afterword/validation/request/rules'
import { isLineLeft, isOfAProduct, type LineFacts } from '../../../orders/eligibility.ts'
import { hasLeft } from '../../../shop/has-left.ts'

/** What the plan looks at; nothing else decides whether and when an order's mail goes out. */
export interface PlanFacts {
  readonly order: {
    /** False while only a fulfilment or a refund told of it. */
    readonly isKnown: boolean
    readonly isTest: boolean
    readonly cancelledAt: Date | null
  }
  /** Null when the order has no usable email address. */
  readonly customer: { readonly unsubscribedAt: Date | null } | null
  readonly items: readonly PlanItem[]
  readonly shop: {
    readonly requestDelayDays: number
    /** A demo shop's test orders count. */
    readonly isDemo: boolean
    readonly uninstalledAt: Date | null
  }
  readonly now: Date
}

export type PlanItem = LineFacts

/** Why an order has no request at all. */
export type NoRequestReason = 'order_unknown' | 'test_order' | 'no_email' | 'not_fulfilled' | 'too_old'

export type ReviewRequestPlan =
  | { readonly kind: 'none'; readonly reason: NoRequestReason }
  | { readonly kind: 'cancel'; readonly reason: CancelReason; readonly sendAt: Date }
  /** `sendAt` is never in the past. */
  | { readonly kind: 'schedule'; readonly sendAt: Date }

const dayMs = 24 * 60 * 60 * 1000
/**
 * An order whose mail would be overdue by more than this gets none: when a shop joins, or edits old
 * orders, its platform tells of purchases from years ago.
 */
const maxOverdueDays = 60

/** Lines of the kind that is reviewed, and handed over. */
const handedOver = (items: readonly PlanItem[]) =>
  items.flatMap((item) =>
    isOfAProduct(item) && item.fulfilledAt !== null ? [{ at: item.fulfilledAt, isLeft: isLineLeft(item) }] : [],
  )

const reasonAgainst = ({ order, customer, shop }: PlanFacts): NoRequestReason | null => {
  if (!order.isKnown) return 'order_unknown'
  if (order.isTest && !shop.isDemo) return 'test_order'
  return customer === null ? 'no_email' : null
}

const cancelReason = (facts: PlanFacts, isSomethingLeft: boolean): CancelReason | null => {
  if (hasLeft(facts.shop.uninstalledAt, facts.now)) return 'shop_uninstalled'
  if (facts.order.cancelledAt !== null) return 'order_cancelled'
  if (!isSomethingLeft) return 'nothing_to_review'
  return facts.customer?.unsubscribedAt != null ? 'unsubscribed' : null
}

/**
 * Decides about the one mail that asks for reviews of an order: the shop's delay after the latest
 * parcel with something to review, at once when that time has passed. The decision depends on the
 * facts alone, never on the order in which they came.
 */
export const planReviewRequest = (facts: PlanFacts): ReviewRequestPlan => {
  const against = reasonAgainst(facts)
  if (against !== null) return { kind: 'none', reason: against }
  const parcels = handedOver(facts.items)
  if (parcels.length === 0) return { kind: 'none', reason: 'not_fulfilled' }
  const latest = Math.max(...parcels.map(({ at }) => at.getTime()))
  const dueAt = latest + facts.shop.requestDelayDays * dayMs
  const sendAt = new Date(Math.max(dueAt, facts.now.getTime()))
  const cancel = cancelReason(
    facts,
    parcels.some(({ isLeft }) => isLeft),
  )
  if (cancel !== null) return { kind: 'cancel', reason: cancel, sendAt }
  const isTooOld = facts.now.getTime() - dueAt > maxOverdueDays * dayMs
  return isTooOld ? { kind: 'none', reason: 'too_old' } : { kind: 'schedule', sendAt }
}
