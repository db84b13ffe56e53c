import { parseReviewLinkCode } from '@afterword/auth/review-link'
import type { Executor } from '@afterword/db/connection/client'
import {
  linkHit,
  oldLinkCode,
  productRating,
  reviewDraft,
  reviewLink,
  shopDailyRun,
  webhookDelivery,
} from '@afterword/db/schema'
import {
  createCustomer,
  createOrder,
  createProduct,
  createReview,
  createReviewRequest,
  createShop,
} from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { randomBytes } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { publishReview } from '../../reviews/moderation/publish-review.ts'
import { changeStatus } from '../../reviews/moderation/change-status.ts'
import { answerDeadLink } from '../../asking/link/answer-dead-link.ts'
import { findReviewLink } from '../../asking/link/find-review-link.ts'
import { deleteEnded } from '../sweep/delete-ended.ts'
import { createMember, createReviewLink, createReviewShop, createReviewWorld } from '../../testing/review-world.ts'
import { runDailyWork } from './run-daily-work.ts'

const { db } = await useTestDatabase({ maxConnections: 10 })
const world = createReviewWorld(db)
const ctx = world.contextOf({ kind: 'system' })
const day = '2026-11-25'
const { signal } = new AbortController()
const daysAgo = (days: number): Date => new Date(Date.now() - days * 24 * 3_600_000)

const noteRun = async (shopId: string, overrides: Partial<typeof shopDailyRun.$inferInsert> = {}) =>
  await db.insert(shopDailyRun).values({ shopId, day, slotAt: new Date(), queuedAt: new Date(), ...overrides })
const readRun = async (shopId: string) => {
  const [run] = await db
    .select()
    .from(shopDailyRun)
    .where(and(eq(shopDailyRun.shopId, shopId), eq(shopDailyRun.day, day)))
  return run
}
const run = async (shopId: string, isLastTry = false) =>
  await runDailyWork({ ctx, input: { shopId, day, isLastTry }, signal })
/** A new day of a shop. */
const runAnew = async (shopId: string) => {
  await db.delete(shopDailyRun).where(eq(shopDailyRun.shopId, shopId))
  await noteRun(shopId)
  return await run(shopId)
}
const starsOf = async (shopId: string, productId: string): Promise<number[]> => {
  const [row] = await db
    .select()
    .from(productRating)
    .where(and(eq(productRating.shopId, shopId), eq(productRating.productId, productId)))
  return row === undefined ? [] : [row.stars1, row.stars2, row.stars3, row.stars4, row.stars5]
}
const createRatedShop = async (ratings: readonly number[]) => {
  const shop = await createShop(db)
  const product = await createProduct(db, { shopId: shop.id })
  const key = { shopId: shop.id, productId: product.id }
  for (const rating of ratings) await createReview(db, { ...key, rating, status: 'published', publishedAt: new Date() })
  await createReview(db, { ...key, rating: 1, status: 'pending' })
  await createReview(db, { ...key, rating: 1, status: 'rejected' })
  return key
}

test('a rating that fits its reviews is left alone, a drifted or missing one is repaired and noted', async () => {
  const { shopId, productId } = await createRatedShop([5, 5, 4])
  const second = await createProduct(db, { shopId })
  const foreign = await createRatedShop([3])
  await db.insert(productRating).values({ shopId, productId: second.id, stars2: 7 })
  expect(await runAnew(shopId)).toMatchObject({ ratingsChecked: 2, ratingsRepaired: 2 })
  expect(await starsOf(shopId, productId)).toEqual([0, 0, 0, 1, 2])
  expect(await starsOf(shopId, second.id)).toEqual([0, 0, 0, 0, 0])
  expect(await runAnew(shopId)).toMatchObject({ ratingsChecked: 2, ratingsRepaired: 0 })
  expect(await readRun(shopId)).toMatchObject({ outcome: 'done', attempts: 1, counts: { ratingsChecked: 2 } })
  expect(await starsOf(foreign.shopId, foreign.productId)).toEqual([])
})

const waitsForLock = async (db_: Executor): Promise<boolean> => {
  const [row] = await db_.execute<{ waits: boolean }>(sql`
    select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as waits`)
  return row?.waits === true
}

test('a publish under way is counted by the repair that waited for it', async () => {
  const { shopId, productId } = await createRatedShop([5])
  const pending = await createReview(db, { shopId, productId, rating: 2 })
  const moderator = world.contextOf(await createMember(db, shopId, 'moderator'))
  await noteRun(shopId)
  let repair: Promise<unknown> = Promise.resolve()
  await db.transaction(async (tx) => {
    await changeStatus(tx, moderator, {
      shopId,
      reviewId: pending.id,
      version: 1,
      action: 'review.publish',
      to: { status: 'published', rejectReason: null },
    })
    repair = run(shopId)
    await vi.waitFor(async () => expect(await waitsForLock(db)).toBe(true))
  })
  expect(await repair).toMatchObject({ ratingsRepaired: 1 })
  expect(await starsOf(shopId, productId)).toEqual([0, 1, 0, 0, 1])
})

test('a drifted rating is repaired and no concurrent publish is lost, whichever comes first', async () => {
  const { shopId, productId } = await createRatedShop([5])
  const moderator = world.contextOf(await createMember(db, shopId, 'moderator'))
  const pending = await Promise.all(
    Array.from({ length: 40 }, async () => await createReview(db, { shopId, productId, rating: 4 })),
  )
  const drift = async (): Promise<void> => {
    await db
      .update(productRating)
      .set({ stars3: sql`${productRating.stars3} + 1` })
      .where(eq(productRating.shopId, shopId))
  }
  const publishing = pending.map(async ({ id }) => {
    await publishReview({ ctx: moderator, input: { reviewId: id, version: 1 } })
    await drift()
  })
  for (let repairs = 0; repairs < 10; repairs += 1) await runAnew(shopId)
  await Promise.all(publishing)
  await runAnew(shopId)
  expect(await starsOf(shopId, productId)).toEqual([0, 0, 0, 40, 1])
})

test('what has ended is deleted, what somebody may still need stays', async () => {
  const shop = await createReviewShop(db)
  const other = await createReviewShop(db)
  const request = { shopId: shop.shop.id, reviewRequestId: shop.reviewRequest.id }
  for (const days of [31, 29]) {
    await createReviewLink(db, { ...request, purpose: 'unsubscribe', expiresAt: daysAgo(days) })
    await db.insert(linkHit).values({ ...request, kind: 'opened', at: daysAgo(days + 60) })
    const code = { shopId: request.shopId, codeHash: randomBytes(32), customerId: shop.customer.id }
    await db.insert(oldLinkCode).values({ ...code, expiresAt: daysAgo(days - 30) })
  }
  await createReviewLink(db, {
    shopId: other.shop.id,
    reviewRequestId: other.reviewRequest.id,
    purpose: 'unsubscribe',
    expiresAt: daysAgo(99),
  })
  await noteRun(shop.shop.id, { day: '2026-01-01' })
  await noteRun(shop.shop.id)
  const did = await run(shop.shop.id)
  expect(did).toMatchObject({ linksDeleted: 1, oldCodesDeleted: 1, linkHitsDeleted: 1, runsDeleted: 1 })
  const linksOf = async (shopId: string) => await db.select().from(reviewLink).where(eq(reviewLink.shopId, shopId))
  expect(await linksOf(shop.shop.id)).toHaveLength(2)
  expect(await linksOf(other.shop.id)).toHaveLength(2)
  expect(await findReviewLink({ ctx, input: { code: shop.code, purpose: 'review' } })).toMatchObject(request)
})

test('the body of a webhook is emptied 30 days after it came, once it was processed; the delivery stays', async () => {
  const { id: shopId } = await createShop(db)
  const { id: leftId } = await createShop(db, { uninstalledAt: daysAgo(1) })
  const body = '{"email":"mina@example.com"}'
  const came = (webhookId: string, days: number, processedAt: Date | null = daysAgo(days)) => ({
    webhookId,
    topic: 'orders/create',
    payload: body,
    receivedAt: daysAgo(days),
    processedAt,
  })
  const rows = [came('old', 31), came('young', 29), came('waiting', 31, null)]
  await db.insert(webhookDelivery).values([shopId, leftId].flatMap((id) => rows.map((row) => ({ shopId: id, ...row }))))
  await noteRun(shopId)
  expect(await run(shopId)).toMatchObject({ webhookBodiesEmptied: 1 })
  await deleteEnded(db)
  const kept = await db
    .select()
    .from(webhookDelivery)
    .where(inArray(webhookDelivery.shopId, [shopId, leftId]))
    .orderBy(asc(webhookDelivery.webhookId))
  expect(kept.map(({ webhookId, payload }) => [webhookId, payload])).toEqual([
    ['old', ''],
    ['old', ''],
    ['waiting', body],
    ['waiting', body],
    ['young', body],
    ['young', body],
  ])
  expect(await runAnew(shopId)).toMatchObject({ webhookBodiesEmptied: 0 })
})

test('a review link that ended still has a fresh one mailed to its owner; it goes where that is nobody', async () => {
  const shop = await createReviewShop(db)
  const { id: shopId } = shop.shop
  const endedLinkOf = async (reviewRequestId: string, ends: Partial<typeof reviewLink.$inferInsert> = {}) => {
    const code = await createReviewLink(db, { shopId, reviewRequestId, expiresAt: daysAgo(31), ...ends })
    return {
      kind: 'review',
      shopId,
      tokenHash: Buffer.from(parseReviewLinkCode(code)?.tokenHash ?? '').toString('hex'),
    } as const
  }
  const orderOf = async (customerId: string | null, cancelledAt: Date | null) => {
    const { id: orderId } = await createOrder(db, { shopId, customerId, cancelledAt })
    return (await createReviewRequest(db, { shopId, orderId })).id
  }
  const loner = await createCustomer(db, { shopId })
  const kept = [
    await endedLinkOf(shop.reviewRequest.id),
    await endedLinkOf(shop.reviewRequest.id, { expiresAt: daysAgo(-9), revokedAt: daysAgo(31) }),
    await endedLinkOf(await orderOf(shop.customer.id, daysAgo(99))),
  ]
  const gone = [await endedLinkOf(await orderOf(loner.id, daysAgo(99))), await endedLinkOf(await orderOf(null, null))]
  expect(await runAnew(shopId)).toMatchObject({ linksDeleted: 2 })
  for (const link of kept) expect(await answerDeadLink({ ctx, input: { link } })).toBe(1)
  for (const link of gone) expect(await answerDeadLink({ ctx, input: { link } })).toBe(0)
})

test('drafts whose words were sent go, those that are still being written stay', async () => {
  const shop = await createReviewShop(db)
  const { id: shopId } = shop.shop
  const draft = async (updatedAt: Date, review?: { createdAt: Date; editedAt?: Date }) => {
    const item = await shop.addItem()
    await db.insert(reviewDraft).values({ shopId, lineItemId: item.id, body: 'Soft', updatedAt })
    if (review !== undefined) {
      await createReview(db, { shopId, productId: shop.product.id, lineItemId: item.id, ...review })
    }
    return item.id
  }
  await draft(daysAgo(3), { createdAt: daysAgo(2) })
  await draft(daysAgo(3), { createdAt: daysAgo(9), editedAt: daysAgo(2) })
  await draft(daysAgo(31), { createdAt: daysAgo(99) })
  const kept = [
    await draft(daysAgo(300)),
    await draft(daysAgo(1), { createdAt: daysAgo(2) }),
    await draft(daysAgo(29), { createdAt: daysAgo(99) }),
  ]
  expect(await runAnew(shopId)).toMatchObject({ draftsDeleted: 3 })
  const left = await db.select({ id: reviewDraft.lineItemId }).from(reviewDraft).where(eq(reviewDraft.shopId, shopId))
  expect(left.map(({ id }) => id).toSorted()).toEqual(kept.toSorted())
})

test('more than one batch is deleted to the end', async () => {
  const shop = await createReviewShop(db)
  const ended = { shopId: shop.shop.id, reviewRequestId: shop.reviewRequest.id, purpose: 'unsubscribe' as const }
  await db
    .insert(reviewLink)
    .values(Array.from({ length: 1_200 }, () => ({ ...ended, tokenHash: randomBytes(32), expiresAt: daysAgo(40) })))
  expect(await runAnew(shop.shop.id)).toMatchObject({ linksDeleted: 1_200 })
})

test('a finished run is not run again, nor one of a shop that uninstalled or that is not noted', async () => {
  const shop = await createShop(db)
  await runAnew(shop.id)
  expect(await run(shop.id)).toBeNull()
  expect(await readRun(shop.id)).toMatchObject({ attempts: 1 })
  const gone = await createShop(db, { uninstalledAt: new Date() })
  await noteRun(gone.id)
  expect(await run(gone.id)).toBeNull()
  expect(await readRun(gone.id)).toMatchObject({ attempts: 0, startedAt: null })
  expect(await run((await createShop(db)).id)).toBeNull()
})

test('a try that fails leaves its code and the next one finishes; the last one that fails ends the run', async () => {
  const shop = await createShop(db)
  const product = await createProduct(db, { shopId: shop.id })
  await db.insert(productRating).values({ shopId: shop.id, productId: product.id, stars1: 3 })
  await noteRun(shop.id)
  const failWhileLocked = async (isLastTry: boolean): Promise<void> => {
    await db.transaction(async (tx) => {
      await tx.select().from(productRating).where(eq(productRating.shopId, shop.id)).for('update')
      await expect(run(shop.id, isLastTry)).rejects.toThrow('update')
    })
  }
  await failWhileLocked(false)
  expect(await readRun(shop.id)).toMatchObject({ finishedAt: null, lastError: 'unavailable', attempts: 1 })
  expect(await run(shop.id)).toMatchObject({ ratingsRepaired: 1 })
  expect(await readRun(shop.id)).toMatchObject({ outcome: 'done', lastError: null, attempts: 2 })
  await db.update(productRating).set({ stars1: 3 }).where(eq(productRating.shopId, shop.id))
  await db.update(shopDailyRun).set({ finishedAt: null }).where(eq(shopDailyRun.shopId, shop.id))
  await failWhileLocked(true)
  expect(await readRun(shop.id)).toMatchObject({ outcome: 'failed', lastError: 'unavailable' })
})

test('a worker that stops leaves its run to the next try', async () => {
  const shop = await createShop(db)
  await noteRun(shop.id)
  const stopped = runDailyWork({ ctx, input: { shopId: shop.id, day, isLastTry: true }, signal: AbortSignal.abort() })
  await expect(stopped).rejects.toThrow()
  expect(await readRun(shop.id)).toMatchObject({ finishedAt: null, lastError: null, attempts: 1 })
  expect(await run(shop.id)).not.toBeNull()
})

test('daily work is the system’s own: nobody else may run it', async () => {
  const shop = await createShop(db)
  await noteRun(shop.id)
  const owner = world.contextOf(await createMember(db, shop.id, 'owner'))
  const asked = runDailyWork({ ctx: owner, input: { shopId: shop.id, day, isLastTry: false }, signal })
  await expect(asked).rejects.toMatchObject({ code: 'permission.denied' })
  expect(await readRun(shop.id)).toMatchObject({ attempts: 0 })
})
