import type { RejectReason, ReviewStatus } from '@afterword/validation/review/schema'
import { createReviewComposer } from './compose-review.ts'
import { createDemoId } from './demo-id.ts'
import { dayMs, hourMs, minuteMs, shiftTime } from './duration.ts'
import { demoGuests } from './people.ts'
import type { PlannedOrder } from './plan-orders.ts'
import { planSlots, type ReviewSlot } from './plan-slots.ts'
import type { Random } from './random.ts'
import { rejectedReviews } from './rejected-reviews.ts'
import { demoStories } from './reviews.ts'
import type { ReviewText } from './review-text.ts'

export interface PlannedReview extends ReviewSlot, ReviewText {
  readonly status: ReviewStatus
  readonly rejectReason: RejectReason | null
  /** When the moderator published or rejected it; null while it waits. */
  readonly decidedAt: Date | null
  readonly publishedAt: Date | null
  readonly repliedAt: Date | null
  readonly helpfulCount: number
}

interface PlanInput {
  readonly random: Random
  readonly now: Date
  readonly orders: readonly PlannedOrder[]
}

/** Some hours or days later, but always before `now`. */
const later = (at: Date, delayMs: number, now: Date): Date =>
  shiftTime(at, Math.min(delayMs, (now.getTime() - at.getTime()) / 2))

/** Gives each whole review to one slot of its product and language, and composes the others. */
const chooseTexts = (random: Random, slots: readonly ReviewSlot[]): Map<ReviewSlot, ReviewText> => {
  const stories = new Map<string, readonly ReviewText[]>()
  const chosen = new Map<ReviewSlot, ReviewText>()
  for (const slot of random.shuffle(slots)) {
    const key = `${slot.language} ${slot.handle}`
    const [text, ...rest] = stories.get(key) ?? random.shuffle(demoStories[slot.language][slot.handle])
    stories.set(key, rest)
    if (text !== undefined) chosen.set(slot, text)
  }
  const compose = createReviewComposer(random)
  for (const slot of slots) if (!chosen.has(slot)) chosen.set(slot, compose(slot))
  return chosen
}

/** The moderator's queue: five of eight among the newest 40. An answered review was published. */
const chooseWaiting = (slots: readonly ReviewSlot[], texts: ReadonlyMap<ReviewSlot, ReviewText>): Set<ReviewSlot> =>
  new Set(
    slots
      .filter((slot) => texts.get(slot)?.reply === undefined)
      .slice(0, 40)
      .filter((_, position) => position % 8 < 5),
  )

/** Long texts of some age help most. */
const countHelpful = (random: Random, text: ReviewText, ageMs: number): number => {
  const weight = Math.min(1, text.body.length / 160) * Math.min(1, ageMs / (60 * dayMs))
  return Math.round(40 * weight * random.next() ** 2)
}

const planRejected = ({ random, now }: PlanInput): PlannedReview[] =>
  rejectedReviews.map((text, index) => {
    const createdAt = shiftTime(now, -(3 + index * 11 + random.next() * 6) * dayMs)
    return {
      ...text,
      id: createDemoId(random, createdAt),
      authorName: random.pick(demoGuests[text.language]),
      createdAt,
      lineItemId: null,
      customerId: null,
      status: 'rejected',
      rejectReason: text.reason,
      decidedAt: later(createdAt, (2 + 28 * random.next()) * hourMs, now),
      publishedAt: null,
      repliedAt: null,
      helpfulCount: 0,
    }
  })

/** The shop's 300 reviews. */
export const planReviews = (input: PlanInput): PlannedReview[] => {
  const { random, now } = input
  const slots = planSlots(input)
  const texts = chooseTexts(random, slots)
  const waiting = chooseWaiting(slots, texts)
  const accepted = slots.map((slot): PlannedReview => {
    const text = texts.get(slot) as ReviewText
    const planned = { ...slot, ...text, rejectReason: null }
    if (waiting.has(slot)) {
      return { ...planned, status: 'pending', decidedAt: null, publishedAt: null, repliedAt: null, helpfulCount: 0 }
    }
    const publishedAt = later(slot.createdAt, (2 + 28 * random.next()) * hourMs, now)
    return {
      ...planned,
      status: 'published',
      decidedAt: publishedAt,
      publishedAt,
      repliedAt: text.reply === undefined ? null : later(publishedAt, random.int(40, 3_000) * minuteMs, now),
      helpfulCount: countHelpful(random, text, now.getTime() - publishedAt.getTime()),
    }
  })
  return [...accepted, ...planRejected(input)]
}
