import type { lineItem, linkHit, review, reviewRequest } from '../schema.ts'
import { createDemoId } from './demo-id.ts'
import { dayMs, hourMs, minuteMs, shiftTime } from './duration.ts'
import type { Random } from './random.ts'

type HitRow = typeof linkHit.$inferInsert & { readonly at: Date }
type SentRequest = typeof reviewRequest.$inferInsert & { readonly id: string; readonly sentAt: Date }

interface HitSource {
  readonly requests: readonly SentRequest[]
  readonly lines: readonly (typeof lineItem.$inferInsert)[]
  readonly reviews: readonly (typeof review.$inferInsert & { readonly createdAt: Date })[]
  readonly now: Date
}

/** Daily work deletes hits that are older. */
const keptDays = 90

/** When each order's reviews were sent, by the order's id. */
const reviewTimes = ({ lines, reviews }: HitSource): ReadonlyMap<string, readonly Date[]> => {
  const orderOf = new Map(lines.map((line) => [line.id, line.orderId]))
  const times = new Map<string, Date[]>()
  for (const { lineItemId, createdAt } of reviews) {
    const orderId = orderOf.get(lineItemId ?? '')
    if (orderId !== undefined) times.set(orderId, [...(times.get(orderId) ?? []), createdAt])
  }
  return times
}

/**
 * Who fetched the links of the demo's requests: a person before each review, some who wrote none, and a mail scanner
 * here and there. So that more people opened a link than reviewed.
 */
export const createLinkHitRows = (random: Random, source: HitSource): HitRow[] => {
  const times = reviewTimes(source)
  const oldest = shiftTime(source.now, -keptDays * dayMs)
  return source.requests.flatMap(({ shopId, id: reviewRequestId, orderId, sentAt }) => {
    const hit = (at: Date, kind: HitRow['kind']): HitRow[] =>
      at < oldest || at > source.now
        ? []
        : [{ shopId, id: createDemoId(random, at), reviewRequestId, at, kind, uaFamily: null, ipPrefix: null }]
    const visits = times.get(orderId) ?? []
    return [
      ...(random.chance(0.2) ? hit(shiftTime(sentAt, minuteMs), 'scanned') : []),
      ...(visits.length === 0 && random.chance(0.4)
        ? hit(shiftTime(sentAt, random.int(2, 40) * hourMs), 'opened')
        : []),
      ...visits.flatMap((at) => [
        ...hit(shiftTime(at, -4 * minuteMs), 'opened'),
        ...hit(shiftTime(at, -3 * minuteMs), 'touched'),
      ]),
    ]
  })
}
