import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isReviewableLine } from '../../../orders/eligibility.ts'
import { type PlanFacts, type PlanItem, planReviewRequest } from './plan-review-request.ts'

const now = new Date('2026-03-01T12:00:00Z')
const handedOver = new Date('2026-02-25T09:00:00Z')
const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000)
const item: PlanItem = {
  productId: 'p',
  isProductDeleted: false,
  isGiftCard: false,
  quantity: 2,
  refundedQuantity: 0,
  currentQuantity: null,
  fulfilledAt: handedOver,
}

const facts = (overrides: {
  order?: Partial<PlanFacts['order']>
  shop?: Partial<PlanFacts['shop']>
  customer?: PlanFacts['customer']
  items?: readonly PlanItem[]
}): PlanFacts => ({
  order: { isKnown: true, isTest: false, cancelledAt: null, ...overrides.order },
  shop: { requestDelayDays: 14, isDemo: false, uninstalledAt: null, ...overrides.shop },
  customer: overrides.customer === undefined ? { unsubscribedAt: null } : overrides.customer,
  items: overrides.items ?? [item],
  now,
})

describe('planReviewRequest', () => {
  it('asks the shop’s number of days after the latest parcel', () => {
    const later = { ...item, fulfilledAt: new Date('2026-02-27T09:00:00Z') }
    expect(planReviewRequest(facts({ items: [later, item] }))).toEqual({
      kind: 'schedule',
      sendAt: new Date('2026-03-13T09:00:00Z'),
    })
  })

  it('still asks when the mail is overdue by exactly the longest time there is', () => {
    expect(planReviewRequest(facts({ items: [{ ...item, fulfilledAt: daysAgo(74) }] })).kind).toBe('schedule')
  })

  it('asks at once when that time has passed, and when the delay is 0', () => {
    expect(planReviewRequest(facts({ shop: { requestDelayDays: 0 } }))).toEqual({ kind: 'schedule', sendAt: now })
    expect(planReviewRequest(facts({ items: [{ ...item, fulfilledAt: daysAgo(40) }] }))).toEqual({
      kind: 'schedule',
      sendAt: now,
    })
  })

  it.each([
    ['order_unknown', { order: { isKnown: false } }],
    ['test_order', { order: { isTest: true } }],
    ['no_email', { customer: null }],
    ['too_old', { items: [{ ...item, fulfilledAt: daysAgo(75) }] }],
    ['not_fulfilled', { items: [] }],
    ['not_fulfilled', { items: [{ ...item, fulfilledAt: null }] }],
    ['not_fulfilled', { items: [{ ...item, productId: null }] }],
    ['not_fulfilled', { items: [{ ...item, isGiftCard: true }] }],
  ])('has no request: %s', (reason, overrides) => {
    expect(planReviewRequest(facts(overrides))).toEqual({ kind: 'none', reason })
  })

  it('lets a demo shop’s test order count', () => {
    expect(planReviewRequest(facts({ order: { isTest: true }, shop: { isDemo: true } })).kind).toBe('schedule')
  })

  it.each([
    [
      'shop_uninstalled',
      { shop: { uninstalledAt: new Date(now.getTime() - 7 * 24 * 3_600_000) }, order: { cancelledAt: now } },
    ],
    ['order_cancelled', { order: { cancelledAt: now }, customer: { unsubscribedAt: now } }],
    ['nothing_to_review', { items: [{ ...item, refundedQuantity: 2 }] }],
    [
      'nothing_to_review',
      {
        items: [
          { ...item, refundedQuantity: 3 },
          { ...item, fulfilledAt: null },
        ],
      },
    ],
    ['unsubscribed', { customer: { unsubscribedAt: now } }],
  ])('cancels: %s', (reason, overrides) => {
    expect(planReviewRequest(facts(overrides))).toMatchObject({ kind: 'cancel', reason })
  })

  it('goes on while one piece of one item is left', () => {
    const items = [
      { ...item, refundedQuantity: 1 },
      { ...item, refundedQuantity: 2 },
    ]
    expect(planReviewRequest(facts({ items })).kind).toBe('schedule')
  })

  it('never plans a time before now, whatever the items', () => {
    const items = fc.array(
      fc.record({
        productId: fc.option(fc.constant('p')),
        isGiftCard: fc.boolean(),
        isProductDeleted: fc.boolean(),
        currentQuantity: fc.option(fc.nat(3)),
        quantity: fc.nat(9),
        refundedQuantity: fc.nat(9),
        fulfilledAt: fc.option(fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') })),
      }),
    )
    fc.assert(
      fc.property(items, fc.nat(365), (given, requestDelayDays) => {
        const plan = planReviewRequest(facts({ items: given, shop: { requestDelayDays } }))
        return plan.kind === 'none' || plan.sendAt >= now
      }),
    )
  })
})

const anyItem: fc.Arbitrary<PlanItem> = fc.record({
  productId: fc.constantFrom('p', null),
  isProductDeleted: fc.boolean(),
  isGiftCard: fc.boolean(),
  quantity: fc.constant(2),
  refundedQuantity: fc.integer({ min: 0, max: 3 }),
  currentQuantity: fc.constantFrom(null, 0, 1, 2),
  fulfilledAt: fc.constantFrom(null, handedOver, daysAgo(20)),
})

it('plans a mail exactly when a line may be reviewed, by the rule of mail, page and submission', () => {
  fc.assert(
    fc.property(fc.array(anyItem, { maxLength: 4 }), fc.constantFrom(null, now), (items, cancelledAt) => {
      const { kind } = planReviewRequest(facts({ items, order: { cancelledAt } }))
      expect(kind === 'schedule').toBe(items.some((line) => isReviewableLine(line, cancelledAt)))
    }),
  )
})
