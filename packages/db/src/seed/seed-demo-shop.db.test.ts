import { and, count, eq, isNull, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import {
  auditLog,
  lineItem,
  linkHit,
  member,
  order,
  product,
  productRating,
  review,
  reviewReply,
  reviewRequest,
  reviewVote,
  shop,
  userAccount,
} from '../schema.ts'
import { useTestDatabase } from '../testing/template-db.ts'
import { type SeedInput, seedDemoShop } from './seed-demo-shop.ts'

const { db } = await useTestDatabase()

const now = new Date('2026-03-01T09:00:00Z')
const hourMs = 3_600_000
const dayMs = 24 * hourMs
const input: SeedInput = {
  now,
  accounts: {
    admin: { email: 'ada@hearth-and-wool.example', name: 'Ada Holm', passwordHash: 'hash-a' },
    operator: { email: 'olu@afterword.example', name: 'Olu Operator', passwordHash: 'hash-o' },
  },
  webhookSecretSealed: new Uint8Array([1, 2, 3]),
}
// Two at once, as two starts of the program would.
const outcomes = await Promise.all([seedDemoShop(db, input), seedDemoShop(db, input)])

const statusCounts = async () => {
  const rows = await db.select({ status: review.status, count: count() }).from(review).groupBy(review.status)
  return Object.fromEntries(rows.map((row) => [row.status, row.count]))
}

const openLines = async () =>
  await db
    .select({ name: order.name, handle: product.handle })
    .from(lineItem)
    .innerJoin(order, and(eq(order.shopId, lineItem.shopId), eq(order.id, lineItem.orderId)))
    .innerJoin(product, and(eq(product.shopId, lineItem.shopId), eq(product.id, lineItem.productId)))
    .leftJoin(review, and(eq(review.shopId, lineItem.shopId), eq(review.lineItemId, lineItem.id)))
    .where(isNull(review.id))

describe('seedDemoShop', () => {
  it('loads one shop when two start at once', async () => {
    expect(new Set(outcomes)).toEqual(new Set([true, false]))
    expect(await db.$count(shop)).toBe(1)
  })

  it('has every reviewed order opened by a person before its review, and more opened than reviewed', async () => {
    const unopened = await db.execute(sql`
      select v.id from review v
      join line_item i on i.shop_id = v.shop_id and i.id = v.line_item_id
      join review_request r on r.shop_id = i.shop_id and r.order_id = i.order_id
      where v.created_at > ${new Date(now.getTime() - 60 * dayMs).toISOString()}::timestamptz and not exists (
        select from link_hit h where h.shop_id = r.shop_id and h.review_request_id = r.id
          and h.kind <> 'scanned' and h.at < v.created_at)`)
    expect(unopened).toHaveLength(0)
    const [row] = await db.execute<{ opened: number; reviewed: number }>(sql`
      with recent as (select * from review_request where sent_at > ${new Date(now.getTime() - 30 * dayMs).toISOString()}::timestamptz)
      select (select count(*)::int from recent r where exists (select from link_hit h
          where h.shop_id = r.shop_id and h.review_request_id = r.id and h.kind <> 'scanned')) as opened,
        (select count(*)::int from recent r where exists (select from review v join line_item i
          on i.shop_id = v.shop_id and i.id = v.line_item_id where i.order_id = r.order_id)) as reviewed`)
    expect(row?.opened).toBeGreaterThanOrEqual(row?.reviewed ?? Infinity)
    expect(await db.$count(linkHit, eq(linkHit.kind, 'scanned'))).toBeGreaterThan(0)
  })

  it('changes nothing the second time', async () => {
    const before = await statusCounts()
    expect(await seedDemoShop(db, { ...input, now: new Date(now.getTime() + dayMs) })).toBe(false)
    expect(await statusCounts()).toEqual(before)
    expect(await db.$count(userAccount)).toBe(2)
  })

  it('makes the admin the owner and the operator a member of nothing', async () => {
    const [owner] = await db
      .select({ email: userAccount.email, role: member.role })
      .from(member)
      .innerJoin(userAccount, eq(userAccount.id, member.userId))
    expect(owner).toEqual({ email: input.accounts.admin.email, role: 'owner' })
    expect(await db.$count(member)).toBe(1)
    expect(await db.$count(userAccount, eq(userAccount.isOperator, true))).toBe(1)
  })

  it('has 12 products, one of them without a review and three with a compare-at price', async () => {
    expect(await db.$count(product)).toBe(12)
    expect(await db.$count(productRating)).toBe(11)
    expect(await db.$count(product, sql`compare_at_minor > price_minor`)).toBe(3)
  })

  it('stores the compare-at price "0.00" as none', async () => {
    const [towels] = await db.select().from(product).where(eq(product.handle, 'waffle-towels'))
    expect(towels).toMatchObject({ priceMinor: 3800, compareAtMinor: null })
  })

  it('has 60 fulfilled orders of one to four lines, each asked about', async () => {
    const rows = await db
      .select({ name: order.name, lines: count() })
      .from(order)
      .innerJoin(lineItem, and(eq(lineItem.shopId, order.shopId), eq(lineItem.orderId, order.id)))
      .innerJoin(reviewRequest, and(eq(reviewRequest.shopId, order.shopId), eq(reviewRequest.orderId, order.id)))
      .where(sql`${order.fulfilledAt} < ${reviewRequest.sentAt} and ${reviewRequest.sentAt} < ${now.toISOString()}`)
      .groupBy(order.name)
    expect(new Set(rows.map((row) => row.name))).toEqual(
      new Set(Array.from({ length: 60 }, (_, index) => `#${1001 + index}`)),
    )
    expect(rows.every(({ lines }) => lines >= 1 && lines <= 4)).toBe(true)
  })

  it('leaves at least ten orders to review, the newest with three items and the compare-at 0 among them', async () => {
    const open = await openLines()
    expect(new Set(open.map(({ name }) => name)).size).toBeGreaterThanOrEqual(10)
    const newest = open.filter(({ name }) => name === '#1060').map(({ handle }) => handle)
    expect(newest).toHaveLength(3)
    expect(newest).toContain('waffle-towels')
  })
})

describe('the demo reviews', () => {
  it('are 300: most published, 25 waiting, 8 rejected with a reason', async () => {
    expect(await statusCounts()).toEqual({ published: 267, pending: 25, rejected: 8 })
    expect(await db.$count(review, sql`(status = 'rejected') = (reject_reason is not null)`)).toBe(300)
  })

  it('have every number of stars, mostly four and five, in both languages', async () => {
    const byStars = await db.select({ stars: review.rating, count: count() }).from(review).groupBy(review.rating)
    const counts = new Map(byStars.map((row) => [row.stars, row.count]))
    expect(new Set(counts.keys())).toEqual(new Set([1, 2, 3, 4, 5]))
    expect((counts.get(4) ?? 0) + (counts.get(5) ?? 0)).toBeGreaterThan(225)
    const korean = await db.$count(review, sql`locale = 'ko' and body ~ '[가-힣]'`)
    expect(korean).toBe(await db.$count(review, eq(review.locale, 'ko')))
    expect(korean).toBeGreaterThan(80)
    expect(korean).toBeLessThan(120)
  })

  it('are verified exactly when they belong to a line of their product and their customer', async () => {
    const matching = await db
      .select({ count: count() })
      .from(review)
      .innerJoin(lineItem, and(eq(lineItem.shopId, review.shopId), eq(lineItem.id, review.lineItemId)))
      .innerJoin(order, and(eq(order.shopId, lineItem.shopId), eq(order.id, lineItem.orderId)))
      .where(sql`${review.isVerified} and ${lineItem.productId} = ${review.productId}
        and ${order.customerId} = ${review.customerId} and ${review.createdAt} > ${order.fulfilledAt}`)
    const verified = await db.$count(review, eq(review.isVerified, true))
    expect(matching).toEqual([{ count: verified }])
    expect(verified).toBeGreaterThan(120)
    expect(await db.$count(review, sql`not is_verified and line_item_id is null`)).toBe(300 - verified)
  })

  it('never repeat a text within a product, and hold more than 110 different ones', async () => {
    const rows = await db.select({ productId: review.productId, body: review.body }).from(review)
    expect(new Set(rows.map((row) => `${row.productId} ${row.body}`)).size).toBe(300)
    expect(new Set(rows.map((row) => row.body)).size).toBeGreaterThan(110)
  })

  it('reach from 14 months to one hour before now, and are published after they were written', async () => {
    const [range] = await db
      .select({ oldest: sql<string>`min(created_at)`, newest: sql<string>`max(created_at)` })
      .from(review)
    expect(now.getTime() - new Date(range?.newest ?? 0).getTime()).toBe(hourMs)
    const oldestDays = (now.getTime() - new Date(range?.oldest ?? 0).getTime()) / dayMs
    expect(oldestDays).toBeGreaterThan(410)
    expect(oldestDays).toBeLessThan(435)
    expect(await db.$count(review, sql`published_at <= created_at or published_at >= ${now.toISOString()}`)).toBe(0)
  })

  it('are counted by the rating table exactly', async () => {
    const stored = await db.select().from(productRating)
    const counted = await db
      .select({ productId: review.productId, rating: review.rating, count: count() })
      .from(review)
      .where(eq(review.status, 'published'))
      .groupBy(review.productId, review.rating)
    for (const { productId, stars1, stars2, stars3, stars4, stars5 } of stored) {
      const expected = [1, 2, 3, 4, 5].map(
        (stars) => counted.find((row) => row.productId === productId && row.rating === stars)?.count ?? 0,
      )
      expect([stars1, stars2, stars3, stars4, stars5]).toEqual(expected)
    }
  })

  it('count each helpful vote once, and only published ones are answered', async () => {
    const [sum] = await db
      .select({ votes: sql<number>`sum(helpful_count)::int`, most: sql<number>`max(helpful_count)` })
      .from(review)
    expect(sum?.votes).toBe(await db.$count(reviewVote))
    expect(sum?.most).toBeLessThanOrEqual(40)
    const answered = await db
      .select({ status: review.status })
      .from(reviewReply)
      .innerJoin(review, and(eq(review.shopId, reviewReply.shopId), eq(review.id, reviewReply.reviewId)))
    expect(answered.length).toBeGreaterThanOrEqual(18)
    expect(new Set(answered.map((row) => row.status))).toEqual(new Set(['published']))
  })

  it('have the history that undo and the review pane read', async () => {
    const decided = await db
      .select({ status: review.status, count: count() })
      .from(auditLog)
      .innerJoin(review, and(eq(review.shopId, auditLog.shopId), eq(review.id, auditLog.subjectId)))
      .where(
        sql`${auditLog.action} = case ${review.status} when 'published' then 'review.publish' else 'review.reject' end
          and (${auditLog.details} ->> 'version')::int = ${review.version} and ${auditLog.at} >= ${review.createdAt}`,
      )
      .groupBy(review.status)
    expect(Object.fromEntries(decided.map((row) => [row.status, row.count]))).toEqual({ published: 267, rejected: 8 })
    expect(await db.$count(auditLog, eq(auditLog.action, 'review.submit'))).toBe(
      await db.$count(review, eq(review.isVerified, true)),
    )
    expect(await db.$count(auditLog, eq(auditLog.action, 'review_request.send'))).toBe(60)
  })
})
