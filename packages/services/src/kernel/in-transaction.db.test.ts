import { createProduct, createReview } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { auditLog, review, reviewReply } from '@afterword/db/schema'
import { sendFreshLink } from '@afterword/jobs/definitions/send-fresh-link'
import { migrateJobs } from '@afterword/jobs/migrate-jobs'
import { eq, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { resendLink } from '../insight/delivery/resend-link.ts'
import { publishReview } from '../reviews/moderation/publish-review.ts'
import { saveReply } from '../reviews/reply/save-reply.ts'
import { createMember, createReviewShop, createReviewWorld } from '../testing/review-world.ts'
import type { ServiceContext } from './context.ts'
import { afterCommit, inTransaction } from './in-transaction.ts'
import { openJobQueue } from './job-queue.ts'

// One connection: a verb that asked for a second one while a transaction is open would wait for ever.
const { db, url } = await useTestDatabase({ maxConnections: 1 })
const queue = openJobQueue(db, () => undefined)
const world = createReviewWorld(db)

beforeAll(async () => {
  await migrateJobs(url)
  await queue.start()
})
afterAll(async () => await queue.stop())

const createWorkplace = async () => {
  const { shop, reviewRequest } = await createReviewShop(db)
  const product = await createProduct(db, { shopId: shop.id })
  const moderator = world.contextOf(await createMember(db, shop.id, 'moderator'))
  const ctx: ServiceContext = { ...moderator, jobs: queue.jobs }
  const add = async () => await createReview(db, { shopId: shop.id, productId: product.id, status: 'pending' })
  const pending = await Promise.all([add(), add()])
  const read = async () => {
    const [reviews, replies, acts] = await Promise.all([
      db.select({ status: review.status }).from(review).where(eq(review.shopId, shop.id)),
      db.select().from(reviewReply).where(eq(reviewReply.shopId, shop.id)),
      db.select({ action: auditLog.action }).from(auditLog).where(eq(auditLog.shopId, shop.id)),
    ])
    const jobs = await db.execute(sql`
      select from pgboss.job where name = ${sendFreshLink.name} and data ->> 'shopId' = ${shop.id}`)
    return {
      published: reviews.filter(({ status }) => status === 'published').length,
      replies: replies.length,
      acts: acts.map(({ action }) => action).toSorted(),
      jobs: jobs.length,
    }
  }
  return { ctx, read, requestId: reviewRequest.id, pending: pending.map(({ id }) => ({ reviewId: id, version: 1 })) }
}

const nothing = { published: 0, replies: 0, acts: [], jobs: 0 }
const unknown = () => ({ reviewId: randomUUID(), version: 1 })
const notFound = { code: 'review.not_found' }

describe('verbs in one transaction', () => {
  test('are all undone by a failure of the second: rows, jobs and log of acts', async () => {
    const { ctx, read, pending, requestId } = await createWorkplace()
    const both = inTransaction(ctx, async (_tx, joined) => {
      await publishReview({ ctx: joined, input: pending[0] ?? unknown() })
      await resendLink({ ctx: joined, input: { reviewRequestId: requestId } })
      await publishReview({ ctx: joined, input: unknown() })
    })
    await expect(both).rejects.toMatchObject(notFound)
    expect(await read()).toEqual(nothing)
  })

  test('are all there after the commit: rows, jobs and log of acts', async () => {
    const { ctx, read, pending, requestId } = await createWorkplace()
    await inTransaction(ctx, async (_tx, joined) => {
      for (const input of pending) await publishReview({ ctx: joined, input })
      await resendLink({ ctx: joined, input: { reviewRequestId: requestId } })
    })
    const acts = ['delivery.resend', 'review.publish', 'review.publish']
    expect(await read()).toEqual({ published: 2, replies: 0, acts, jobs: 1 })
  })

  test('leave the outer one whole when one of them fails and its error is caught, also one of the database', async () => {
    const { ctx, read, pending, requestId } = await createWorkplace()
    const failures = await inTransaction(ctx, async (_tx, joined) => {
      await publishReview({ ctx: joined, input: pending[0] ?? unknown() })
      const ends = await Promise.allSettled([
        publishReview({ ctx: joined, input: unknown() }),
        inTransaction(joined, async (tx, inner) => {
          await saveReply({ ctx: inner, input: { reviewId: pending[1]?.reviewId ?? '', body: 'Thank you!' } })
          await resendLink({ ctx: inner, input: { reviewRequestId: requestId } })
          await tx.execute(sql`select 1 / 0`)
        }),
        publishReview({ ctx: joined, input: pending[1] ?? unknown() }),
      ])
      return ends.map(({ status }) => status)
    })
    expect(failures).toEqual(['rejected', 'rejected', 'fulfilled'])
    expect(await read()).toEqual({ published: 2, replies: 0, acts: ['review.publish', 'review.publish'], jobs: 0 })
  })

  test('read what an earlier one wrote', async () => {
    const { ctx, pending } = await createWorkplace()
    const last = await inTransaction(ctx, async (_tx, joined) => {
      const { id: reviewId, version } = await publishReview({ ctx: joined, input: pending[0] ?? unknown() })
      return await publishReview({ ctx: joined, input: { reviewId, version } })
    })
    expect(last).toMatchObject({ status: 'published', version: 3 })
  })
})

test('one that had not begun when the outer one failed writes nothing', async () => {
  const { ctx, read, pending } = await createWorkplace()
  const begun: Promise<PromiseSettledResult<unknown>[]>[] = []
  const outer = inTransaction(ctx, async (_tx, joined) => {
    begun.push(Promise.allSettled(pending.map(async (input) => await publishReview({ ctx: joined, input }))))
    await Promise.reject(new Error('changed my mind'))
  })
  await expect(outer).rejects.toThrow('changed my mind')
  const [ends] = await Promise.all(begun)
  expect(ends?.at(-1)).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('is over') } })
  expect(await read()).toEqual(nothing)
})

test('one that asks after the end is refused, not written outside of a transaction', async () => {
  const { ctx, read, pending } = await createWorkplace()
  const kept = await inTransaction(ctx, async (_tx, joined) => await Promise.resolve(joined))
  await expect(publishReview({ ctx: kept, input: pending[0] ?? unknown() })).rejects.toThrow('is over')
  expect(await read()).toEqual(nothing)
})

describe('what waits for the commit', () => {
  const countCommitted = async (shopId: string): Promise<number> => {
    const rows = await db.select({ id: auditLog.id }).from(auditLog).where(eq(auditLog.shopId, shopId))
    return rows.length
  }

  test('comes after that of the outermost transaction, in order, and never for a part that was undone', async () => {
    const { ctx } = await createWorkplace()
    const done: string[] = []
    await inTransaction(ctx, async (_tx, outer) => {
      afterCommit(outer, () => done.push('outer'))
      await inTransaction(outer, async (_inner, joined) => {
        afterCommit(joined, () => done.push('inner'))
        await inTransaction(joined, async (_innermost, deepest) => {
          await Promise.resolve()
          afterCommit(deepest, () => done.push('innermost'))
        })
      })
      const undone = inTransaction(outer, async (_inner, joined) => {
        await Promise.resolve()
        afterCommit(joined, () => done.push('never'))
        throw new Error('undone')
      })
      await expect(undone).rejects.toThrow('undone')
      expect(done).toEqual([])
    })
    expect(done).toEqual(['outer', 'inner', 'innermost'])
  })

  test('finds what was written, and comes at once outside of a transaction', async () => {
    const { ctx, pending } = await createWorkplace()
    const shopId = ctx.principal.kind === 'member' ? ctx.principal.shopId : ''
    const counts: Promise<number>[] = []
    await inTransaction(ctx, async (_tx, joined) => {
      afterCommit(joined, () => counts.push(countCommitted(shopId)))
      await publishReview({ ctx: joined, input: pending[0] ?? unknown() })
    })
    afterCommit(ctx, () => counts.push(Promise.resolve(-1)))
    expect(await Promise.all(counts)).toEqual([1, -1])
  })
})
