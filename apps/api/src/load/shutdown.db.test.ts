import { review } from '@afterword/db/schema'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { migrateJobs } from '@afterword/jobs/migrate-jobs'
import { createReviewShop } from '@afterword/services/testing/review-world'
import { encodeId } from '@afterword/validation/primitives/ids'
import { inArray } from 'drizzle-orm'
import { once } from 'node:events'
import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { type ApiProcess, startApiProcess } from '../testing/api-process.ts'

const { db, url } = await useTestDatabase()
await migrateJobs(url)
const shop = await createReviewShop(db)
const options = { databaseUrl: url, env: { DRAIN_SECONDS: '1' } }
const [first, second] = await Promise.all([startApiProcess(options), startApiProcess(options)])
afterAll(async () => await Promise.all([first.stop(), second.stop()]))

/** A balancer's view: the first process until it says that its connections end, then the other. */
const createRoute = () => {
  let target: ApiProcess = first
  return async (body: object): Promise<{ status: number; from: ApiProcess }> => {
    const from = target
    const answer = await from.sendOwn('/api/trpc/customer.review.submit', body)
    if (answer.headers.connection === 'close') target = second
    return { status: answer.status, from }
  }
}

test('a process told to stop under load loses no acknowledged review, and no call is cut', async () => {
  const lineItemIds: string[] = []
  for (let count = 0; count < 240; count += 1) lineItemIds.push((await shop.addItem()).id)
  const left = [...lineItemIds]
  const answers: { status: number; from: ApiProcess }[] = []
  const client = async (): Promise<void> => {
    const send = createRoute()
    for (let id = left.pop(); id !== undefined; id = left.pop()) {
      const lineItemId = encodeId('lineItem', id)
      // A call that is reset or refused a connection rejects, and fails the test.
      answers.push(await send({ code: shop.code, lineItemId, submissionId: randomUUID(), rating: 4, body: 'Soft.' }))
      if (answers.length === 60) first.child.kill('SIGTERM')
    }
  }
  const hasEnded = once(first.child, 'exit')
  await Promise.all(Array.from({ length: 12 }, client))
  expect(await hasEnded).toEqual([0, null])

  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  expect(answers.filter(({ from }) => from === second).length).toBeGreaterThan(100)
  const stored = await db.select({ id: review.lineItemId }).from(review).where(inArray(review.lineItemId, lineItemIds))
  expect(new Set(stored.map(({ id }) => id)).size).toBe(240)
  expect(stored).toHaveLength(240)
})

test('while it drains it is up but not ready, and answers whoever comes all the same', async () => {
  const third = await startApiProcess(options)
  third.child.kill('SIGTERM')
  const ready = async (): Promise<number> => (await third.send('/readyz')).status
  while ((await ready()) === 200);
  expect((await third.send('/healthz')).status).toBe(200)
  const answer = await third.send(`/storefront/v1/${shop.shop.accessCode}/products/1/summary`)
  expect([answer.status, answer.headers.connection]).toEqual([404, 'close'])
  await third.stop()
})
