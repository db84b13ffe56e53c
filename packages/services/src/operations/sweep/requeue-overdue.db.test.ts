import { createOrder, createReviewRequest, createShop } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { webhookDelivery } from '@afterword/db/schema'
import { migrateJobs } from '@afterword/jobs/migrate-jobs'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openJobQueue } from '../../kernel/job-queue.ts'
import { requeueOverdue } from './requeue-overdue.ts'

const { db, url } = await useTestDatabase()
const queue = openJobQueue(db, () => undefined)
const minutesAgo = (minutes: number): Date => new Date(Date.now() - minutes * 60_000)

beforeAll(async () => {
  await migrateJobs(url)
  await queue.start()
})
afterAll(async () => await queue.stop())

const queuedJobs = async () =>
  await db.execute<{ name: string; data: Record<string, string> }>(sql`select name, data from pgboss.job order by name`)

test('what is due and lost its job gets one again, once, and nothing else does', async () => {
  const { id: shopId } = await createShop(db)
  const request = async (values: Partial<Parameters<typeof createReviewRequest>[1]>) => {
    const { id: orderId } = await createOrder(db, { shopId })
    return await createReviewRequest(db, { shopId, orderId, sendAt: minutesAgo(10), ...values })
  }
  const lost = await request({})
  const claimWithoutHolder = await request({ claimedUntil: minutesAgo(8) })
  await request({ sendAt: minutesAgo(1) })
  await request({ sentAt: minutesAgo(9) })
  await request({ cancelledAt: minutesAgo(9), cancelReason: 'order_cancelled' })
  await request({ givenUpAt: minutesAgo(9) })
  await request({ claimedUntil: minutesAgo(-1) })
  const delivery = { shopId, topic: 'orders/create', payload: '{}' }
  await db.insert(webhookDelivery).values([
    { ...delivery, webhookId: 'lost', receivedAt: minutesAgo(10) },
    { ...delivery, webhookId: 'new', receivedAt: minutesAgo(1) },
    { ...delivery, webhookId: 'done', receivedAt: minutesAgo(10), processedAt: minutesAgo(9), outcome: 'processed' },
  ])

  expect(await requeueOverdue({ db, jobs: queue.jobs })).toEqual({ requests: 2, deliveries: 1 })
  await Promise.all([requeueOverdue({ db, jobs: queue.jobs }), requeueOverdue({ db, jobs: queue.jobs })])

  const jobs = await queuedJobs()
  expect(jobs).toHaveLength(3)
  expect(new Set(jobs.map((job) => job.data['reviewRequestId'] ?? job.data['webhookId']))).toEqual(
    new Set([lost.id, claimWithoutHolder.id, 'lost']),
  )
})
