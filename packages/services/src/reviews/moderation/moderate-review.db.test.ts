import { auditLog, productRating, review } from '@afterword/db/schema'
import { createReview } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { and, eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { ServiceContext } from '../../kernel/context.ts'
import { removeReply } from '../reply/remove-reply.ts'
import { saveReply } from '../reply/save-reply.ts'
import { createMember, createReviewShop, createReviewWorld } from '../../testing/review-world.ts'
import { countReviews } from './count-reviews.ts'
import { editReview } from '../submit/edit-review.ts'
import { getReview } from './get-review.ts'
import { publishReview } from './publish-review.ts'
import { rejectReview } from './reject-review.ts'
import { submitReview } from '../submit/submit-review.ts'
import { undoReview } from './undo-review.ts'

const { db } = await useTestDatabase({ maxConnections: 20 })
const world = createReviewWorld(db)
const shop = await createReviewShop(db)
const moderator = world.contextOf(await createMember(db, shop.shop.id, 'moderator'))
const viewer = world.contextOf(await createMember(db, shop.shop.id, 'viewer'))
const foreign = world.contextOf(await createMember(db, (await createReviewShop(db)).shop.id, 'owner'))

const newReview = async (values: Partial<Parameters<typeof createReview>[1]> = {}) =>
  await createReview(db, { shopId: shop.shop.id, productId: shop.product.id, ...values })
const auditOf = async (subjectId: string) =>
  await db.select().from(auditLog).where(eq(auditLog.subjectId, subjectId)).orderBy(auditLog.id)

/** The kept histogram beside one counted again. */
const ratingsOf = async (productId: string) => {
  const [kept] = await db.select().from(productRating).where(eq(productRating.productId, productId))
  const rows = await db
    .select({ rating: review.rating, count: sql<number>`count(*)::int` })
    .from(review)
    .where(and(eq(review.productId, productId), eq(review.status, 'published')))
    .groupBy(review.rating)
  const counted = [1, 2, 3, 4, 5].map((stars) => rows.find((row) => row.rating === stars)?.count ?? 0)
  const { stars1 = 0, stars2 = 0, stars3 = 0, stars4 = 0, stars5 = 0 } = kept ?? {}
  return { kept: [stars1, stars2, stars3, stars4, stars5], counted }
}

type Act = (ctx: ServiceContext, reviewId: string, version: number) => Promise<unknown>
const acts: Record<string, Act> = {
  publish: async (ctx, reviewId, version) => await publishReview({ ctx, input: { reviewId, version } }),
  reject: async (ctx, reviewId, version) => await rejectReview({ ctx, input: { reviewId, version, reason: 'spam' } }),
  undo: async (ctx, reviewId, version) => await undoReview({ ctx, input: { reviewId, version } }),
  reply: async (ctx, reviewId) => await saveReply({ ctx, input: { reviewId, body: 'Thank you.' } }),
  removeReply: async (ctx, reviewId) => await removeReply({ ctx, input: { reviewId } }),
}

describe.each(Object.entries(acts))('%s', (_name, act) => {
  test('is refused to a viewer, to somebody signed out, and, as if it were not there, to another shop', async () => {
    const { id } = await newReview()
    await expect(act(viewer, id, 1)).rejects.toMatchObject({ code: 'permission.denied' })
    const anonymous = world.contextOf({ kind: 'anonymous' })
    await expect(act(anonymous, id, 1)).rejects.toMatchObject({ code: 'access_token.missing' })
    for (const principal of [{ kind: 'system' }, { kind: 'operator', userId: id, sessionId: id }] as const) {
      await expect(act(world.contextOf(principal), id, 1)).rejects.toMatchObject({ code: 'permission.denied' })
    }
    await expect(act(foreign, id, 1)).rejects.toMatchObject({ code: 'review.not_found' })
    await expect(act(moderator, randomUUID(), 1)).rejects.toMatchObject({ code: 'review.not_found' })
    expect(await auditOf(id)).toEqual([])
  })
})

describe('moderating', () => {
  test('publish, reject and undo change state, version and history as they say', async () => {
    const { id } = await newReview()
    const published = await publishReview({ ctx: moderator, input: { reviewId: id, version: 1 } })
    expect(published).toMatchObject({ status: 'published', version: 2, publishedAt: expect.any(Date) })
    const rejected = await rejectReview({ ctx: moderator, input: { reviewId: id, version: 2, reason: 'off_topic' } })
    expect(rejected).toMatchObject({ status: 'rejected', rejectReason: 'off_topic', version: 3 })
    const undone = await undoReview({ ctx: moderator, input: { reviewId: id, version: 3 } })
    expect(undone).toMatchObject({ status: 'published', rejectReason: null, version: 4 })
    expect(undone.publishedAt).toEqual(published.publishedAt)
    const { history } = await getReview({ ctx: moderator, input: { reviewId: id } })
    expect(history.map((entry) => [entry.action, entry.actorName])).toEqual([
      ['review.undo', 'The moderator'],
      ['review.reject', 'The moderator'],
      ['review.publish', 'The moderator'],
    ])
  })

  test('twelve who decide on the same version at once: one wins, the others are told that it changed', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { id } = await newReview({ rating: (round % 5) + 1 })
      const deciding = Array.from({ length: 12 }, async (_, index) =>
        index % 2 === 0 ? await acts['publish']?.(moderator, id, 1) : await acts['reject']?.(moderator, id, 1),
      )
      const results = await Promise.allSettled(deciding)
      const lost = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []))
      expect(lost).toHaveLength(11)
      for (const reason of lost) expect(reason).toMatchObject({ code: 'review.state_changed' })
      expect(await auditOf(id)).toHaveLength(1)
    }
    const { kept, counted } = await ratingsOf(shop.product.id)
    expect(kept).toEqual(counted)
  })

  test('undo takes back only the last act, and nothing after the customer changed the review', async () => {
    const { id } = await newReview()
    await expect(acts['undo']?.(moderator, id, 1)).rejects.toMatchObject({ code: 'review.state_changed' })
    await publishReview({ ctx: moderator, input: { reviewId: id, version: 1 } })
    await db.update(review).set({ version: 3, status: 'pending' }).where(eq(review.id, id))
    for (const version of [2, 3, 4]) {
      await expect(acts['undo']?.(moderator, id, version)).rejects.toMatchObject({ code: 'review.state_changed' })
    }
  })
})

describe('a product’s rating', () => {
  test('equals a count of the published reviews after any sequence of acts, several at a time', async () => {
    const own = await createReviewShop(db)
    const ctx = world.contextOf(await createMember(db, own.shop.id, 'owner'))
    const customerCtx = world.contextOf({ kind: 'anonymous' })
    const items = [
      own.lineItem,
      ...(await Promise.all([1, 2, 3].map(async () => await own.addItem({ productId: own.product.id })))),
    ]
    const inputOf = (index: number, rating: number) => ({
      code: own.code,
      lineItemId: items[index]?.id ?? '',
      submissionId: randomUUID(),
      rating,
      body: 'x',
    })
    const ids = await Promise.all(
      items.map(async (_, index) => (await submitReview({ ctx: customerCtx, input: inputOf(index, 3) })).review.id),
    )
    const step = fc.record({
      act: fc.constantFrom('publish', 'reject', 'undo', 'edit'),
      index: fc.nat({ max: items.length - 1 }),
      rating: fc.integer({ min: 1, max: 5 }),
    })
    const perform = async ({ act, index, rating }: { act: string; index: number; rating: number }) => {
      const id = ids[index] ?? ''
      if (act === 'edit') return await editReview({ ctx: customerCtx, input: inputOf(index, rating) })
      const { version } = await getReview({ ctx, input: { reviewId: id } })
      return await acts[act]?.(ctx, id, version)
    }
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), { maxLength: 6 }), async (rounds) => {
        for (const round of rounds) {
          for (const result of await Promise.allSettled(round.map(perform))) {
            if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'review.state_changed' })
          }
        }
        const { kept, counted } = await ratingsOf(own.product.id)
        expect(kept).toEqual(counted)
      }),
      { numRuns: 40, seed: 20_261_124 },
    )
  })
})

describe('a reply', () => {
  test('is written, rewritten, removed, and removed again without harm; each act is in the audit log once', async () => {
    const { id } = await newReview()
    const save = async (body: string) => await saveReply({ ctx: moderator, input: { reviewId: id, body } })
    expect((await save('Thank you.')).reply).toMatchObject({ body: 'Thank you.' })
    await Promise.all([save('One'), save('Two'), save('Three')])
    expect(['One', 'Two', 'Three']).toContain((await save('Three')).reply?.body)
    expect((await removeReply({ ctx: moderator, input: { reviewId: id } })).reply).toBeNull()
    expect((await removeReply({ ctx: moderator, input: { reviewId: id } })).reply).toBeNull()
    const actions = (await auditOf(id)).map((row) => row.action)
    expect(actions).toEqual([...Array.from({ length: 5 }, () => 'review.reply'), 'review.reply_removed'])
  })
})

test('counts are of the own shop alone', async () => {
  const own = await createReviewShop(db)
  const ctx = world.contextOf(await createMember(db, own.shop.id, 'viewer'))
  expect(await countReviews({ ctx })).toEqual({ pending: 0, published: 0, rejected: 0 })
  for (const status of ['pending', 'pending', 'rejected'] as const) {
    await createReview(db, { shopId: own.shop.id, productId: own.product.id, status })
  }
  expect(await countReviews({ ctx })).toEqual({ pending: 2, published: 0, rejected: 1 })
})
