import { createDemoId } from './demo-id.ts'
import { dayMs, hourMs, shiftTime } from './duration.ts'
import { type DemoPerson, demoCustomers } from './people.ts'
import { type BasketLine, planBaskets } from './plan-baskets.ts'
import type { Random } from './random.ts'
import type { DemoLanguage } from './review-text.ts'

export interface PlannedCustomer extends DemoPerson {
  readonly id: string
  readonly language: DemoLanguage
  readonly createdAt: Date
}

export interface PlannedLine extends BasketLine {
  readonly id: string
}

export interface PlannedOrder {
  readonly id: string
  /** From 1. */
  readonly number: number
  readonly customer: PlannedCustomer
  readonly lines: readonly PlannedLine[]
  readonly orderedAt: Date
  readonly fulfilledAt: Date
  readonly requestSentAt: Date
}

/** The first order was placed this long before `now`, the last two days before it; they grow denser. */
const oldestOrderDays = 434
const density = 1.6

const orderAgeDays = (index: number, count: number): number =>
  2 + (oldestOrderDays - 2) * (1 - index / (count - 1)) ** density

/** Who bought, order by order: everybody once, some twice. */
const planBuyers = (random: Random, count: number) => {
  const everybody = (['en', 'ko'] as const).flatMap((language) =>
    demoCustomers[language].map((person) => ({ ...person, language })),
  )
  const again = random.shuffle(everybody).slice(0, count - everybody.length)
  return random.shuffle([...everybody, ...again])
}

/** The shop's 60 orders, oldest first. All were handed over and asked about. */
export const planOrders = (random: Random, now: Date): PlannedOrder[] => {
  const baskets = planBaskets(random)
  const buyers = planBuyers(random, baskets.length)
  const known = new Map<string, PlannedCustomer>()
  return baskets.map((basket, index) => {
    const orderedAt = shiftTime(now, -orderAgeDays(index, baskets.length) * dayMs)
    const fulfilledAt = shiftTime(orderedAt, (14 + 26 * random.next()) * hourMs)
    const buyer = buyers[index] as (typeof buyers)[number]
    const customer = known.get(buyer.mailbox) ?? { ...buyer, id: createDemoId(random, orderedAt), createdAt: orderedAt }
    known.set(buyer.mailbox, customer)
    return {
      id: createDemoId(random, orderedAt),
      number: index + 1,
      customer,
      lines: basket.map((line) => ({ ...line, id: createDemoId(random, orderedAt) })),
      orderedAt,
      fulfilledAt,
      requestSentAt: shiftTime(fulfilledAt, random.int(3_000, 40_000)),
    }
  })
}
