import { createDemoId } from './demo-id.ts'
import { dayMs, hourMs, minuteMs, shiftTime } from './duration.ts'
import { demoGuests } from './people.ts'
import type { ToldTime } from './plan-baskets.ts'
import type { PlannedCustomer, PlannedOrder } from './plan-orders.ts'
import { demoProducts } from './products.ts'
import type { Random } from './random.ts'
import { rejectedReviews } from './rejected-reviews.ts'
import { demoStories } from './reviews.ts'
import type { DemoLanguage, ReviewedHandle } from './review-text.ts'

/** Who writes about what and when, before the words are chosen. */
export interface ReviewSlot {
  readonly id: string
  readonly handle: ReviewedHandle
  readonly language: DemoLanguage
  readonly authorName: string
  readonly createdAt: Date
  /** Null for a review that did not come through an order. */
  readonly lineItemId: string | null
  readonly customerId: string | null
}

interface PlanInput {
  readonly random: Random
  readonly now: Date
  readonly orders: readonly PlannedOrder[]
}

/** The part of all reviews that is Korean. */
const koreanShare = 0.34
const oldestDays = 425

/** As `displayName` names them (decision 045): 조*빈, "Hannah B."; some leave the initial away. */
const authorOf = (random: Random, { firstName, lastName, language }: PlannedCustomer): string => {
  const isBare = random.chance(0.2)
  if (language === 'ko') return `${lastName}${'*'.repeat(firstName.length - 1)}${firstName.slice(-1)}`
  return isBare ? firstName : `${firstName} ${lastName.slice(0, 1).toUpperCase()}.`
}

const toldTime = ({ daysAgo, time }: ToldTime, now: Date): Date =>
  new Date(
    `${shiftTime(now, -daysAgo * dayMs)
      .toISOString()
      .slice(0, 10)}T${time}Z`,
  )

/** One visit per order: its items are written about within minutes, up to 16 days after the mail; or when the old log tells. */
const planVerified = ({ random, now, orders }: PlanInput): ReviewSlot[] =>
  orders.flatMap((order) => {
    const spare = now.getTime() - order.requestSentAt.getTime() - 2 * hourMs
    const visitAt = shiftTime(order.requestSentAt, Math.min(16 * dayMs, spare) * (0.1 + 0.85 * random.next()))
    const authorName = authorOf(random, order.customer)
    return order.lines.flatMap(({ id, handle, isReviewed, told }, index) => {
      if (!isReviewed || handle === 'ash-stool') return []
      const createdAt =
        told === undefined ? shiftTime(visitAt, index * random.int(2, 6) * minuteMs) : toldTime(told, now)
      const { language, id: customerId } = order.customer
      return [
        { id: createDemoId(random, createdAt), handle, language, authorName, createdAt, lineItemId: id, customerId },
      ]
    })
  })

/** Denser towards `now`. */
const guestTime = ({ random, now }: PlanInput): Date =>
  shiftTime(now, -2 * hourMs - (oldestDays - 1) * dayMs * random.next() ** 1.7)

const planGuests = (input: PlanInput, verified: readonly ReviewSlot[]): ReviewSlot[] => {
  const { random, now } = input
  const names = { en: random.shuffle(demoGuests.en), ko: random.shuffle(demoGuests.ko) }
  const slots = demoProducts.flatMap(({ handle, reviewCount }) => {
    if (handle === 'ash-stool') return []
    const bought = verified.filter((slot) => slot.handle === handle)
    const rejected = rejectedReviews.filter((review) => review.handle === handle).length
    const korean =
      Math.max(Math.round(reviewCount * koreanShare), demoStories.ko[handle].length) -
      bought.filter((slot) => slot.language === 'ko').length
    return Array.from({ length: reviewCount - bought.length - rejected }, (_, index) => ({
      handle,
      language: index < korean ? ('ko' as const) : ('en' as const),
    }))
  })
  return slots.map((slot, index) => {
    const fixed = [shiftTime(now, -hourMs), shiftTime(now, -oldestDays * dayMs)]
    const createdAt = fixed[slots.length - 1 - index] ?? guestTime(input)
    const pool = names[slot.language]
    const authorName = pool[index % pool.length] as string
    return { ...slot, id: createDemoId(random, createdAt), authorName, createdAt, lineItemId: null, customerId: null }
  })
}

/** Every review that is not rejected, newest first: about half through orders. */
export const planSlots = (input: PlanInput): ReviewSlot[] => {
  const verified = planVerified(input)
  return [...verified, ...planGuests(input, verified)].toSorted(
    (left, right) => right.createdAt.getTime() - left.createdAt.getTime(),
  )
}
