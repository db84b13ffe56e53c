import { useTestDatabase } from '@afterword/db/testing/template-db'
import { createJobQueue } from '@afterword/jobs/enqueue'
import { migrateJobs } from '@afterword/jobs/migrate-jobs'
import { sql } from 'drizzle-orm'
import { afterAll, describe, expect, it } from 'vitest'
import { fulfilledOrderMessage } from '../../testing/order-story.ts'
import { createPlatformShop, signWebhook } from '../../testing/platform-shop.ts'
import { processDelivery } from './process-delivery.ts'
import { receiveWebhook } from './receive-webhook.ts'

const { db, url } = await useTestDatabase()
await migrateJobs(url)
const errors: Error[] = []
const queue = createJobQueue({ db, sql, onError: (error) => errors.push(error) })
await queue.start()
afterAll(() => queue.stop())

const readJobs = async () =>
  await db.execute<{ name: string; data: unknown; startAfter: string }>(
    sql`select name, data, start_after as "startAfter" from pgboss.job order by created_on, name`,
  )

describe('with the real queue', () => {
  it('a message and its job, an order and its mail are there together', async () => {
    const shop = await createPlatformShop(db)
    const ctx = { ...shop.ctx, jobs: queue.jobs }
    const body = Buffer.from(JSON.stringify(fulfilledOrderMessage()))
    const input = {
      shopDomain: shop.shop.domain,
      topic: 'orders/fulfilled',
      webhookId: 'w1',
      signature: signWebhook(body),
      body,
    }
    expect(await receiveWebhook({ ctx, input })).toBe('queued')
    expect(await receiveWebhook({ ctx, input })).toBe('repeated')
    const message = { shopId: shop.shop.id, webhookId: 'w1' }
    expect(await readJobs()).toMatchObject([{ name: 'process-webhook', data: message }])

    expect(await processDelivery({ ctx, input: message })).toEqual({ outcome: 'processed', reason: null })
    const [request] = await shop.readRequests()
    const [, mail, ...more] = await readJobs()
    expect(mail).toMatchObject({
      name: 'send-review-request',
      data: { shopId: shop.shop.id, reviewRequestId: request?.id },
    })
    expect(new Date(mail?.startAfter ?? '')).toEqual(request?.sendAt)
    expect([more, errors]).toEqual([[], []])
  })

  it('an order that could not be applied leaves no mail behind', async () => {
    const shop = await createPlatformShop(db)
    const before = (await readJobs()).length
    const jobs: typeof queue.jobs = {
      async enqueue(tx, job, data, options) {
        await queue.jobs.enqueue(tx, job, data, options)
        throw new Error('the connection broke')
      },
    }
    const { webhookId } = await shop.receive('orders/fulfilled', fulfilledOrderMessage())
    const input = { shopId: shop.shop.id, webhookId }
    await expect(processDelivery({ ctx: { ...shop.ctx, jobs }, input })).rejects.toThrow('the connection broke')
    expect((await readJobs()).length).toBe(before)
  })
})
