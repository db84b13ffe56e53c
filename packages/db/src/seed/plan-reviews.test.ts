import { reviewContentSchema } from '@afterword/validation/review/schema'
import { describe, expect, it } from 'vitest'
import { planOrders } from './plan-orders.ts'
import { planReviews } from './plan-reviews.ts'
import { createRandom } from './random.ts'

const now = new Date('2026-03-01T09:00:00Z')
const planAll = () => {
  const random = createRandom(7)
  const orders = planOrders(random, now)
  return planReviews({ random, now, orders })
}
const reviews = planAll()

describe('planReviews', () => {
  it('plans the same reviews each time', () => {
    expect(planAll()).toEqual(reviews)
  })

  it('plans 300, whatever the chance', () => {
    for (const seed of [1, 2, 3, 4]) {
      const random = createRandom(seed)
      const planned = planReviews({ random, now, orders: planOrders(random, now) })
      expect(planned).toHaveLength(300)
      expect(planned.filter((review) => review.status === 'pending')).toHaveLength(25)
    }
  })

  it('writes what the review form would accept, as it is', () => {
    for (const { stars, title, body, authorName } of reviews) {
      const content = { rating: stars, body, authorName, ...(title === null ? {} : { title }) }
      expect(reviewContentSchema.parse(content)).toEqual(content)
    }
  })

  it('says nothing about wool of what is made of clay or wood', () => {
    const textiles = new Set(['merino-throw', 'waffle-towels', 'lambswool-cushion', 'wool-rug'])
    const others = reviews.filter((review) => !textiles.has(review.handle))
    expect(others.filter(({ body }) => /wool|knit|fringe|pilling|양모|술 장식/i.test(body))).toEqual([])
  })

  it('keeps the times of each review in their order', () => {
    for (const { createdAt, decidedAt, repliedAt } of reviews) {
      const times = [createdAt, decidedAt, repliedAt, now].filter((time) => time !== null).map(Number)
      expect(times).toEqual(times.toSorted((left, right) => left - right))
    }
  })

  it.each(['2026-03-01T00:00:00Z', '2026-03-01T12:00:00Z', '2026-03-01T23:59:59Z'])(
    'keeps the reviews of which the old log tells after their request and before now: %s',
    (time) => {
      const at = new Date(time)
      const random = createRandom(7)
      const orders = planOrders(random, at)
      const lines = orders.flatMap((order) => order.lines.map((line) => ({ ...line, order })))
      const written = new Map(planReviews({ random, now: at, orders }).map((review) => [review.lineItemId, review]))
      const told = lines.filter((line) => line.told !== undefined)
      expect(told).toHaveLength(7)
      for (const { id, order, told: when } of told) {
        const { createdAt } = written.get(id) ?? { createdAt: at }
        expect(createdAt.toISOString()).toContain(`T${when?.time}Z`)
        expect(createdAt.getTime()).toBeGreaterThan(order.requestSentAt.getTime())
        expect(createdAt.getTime()).toBeLessThan(at.getTime() - 3_600_000)
      }
    },
  )
})
