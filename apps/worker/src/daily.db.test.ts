import { productRating, shopDailyRun } from '@afterword/db/schema'
import { createProduct, createShop } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { runDailyWork } from '@afterword/jobs/definitions/run-daily-work'
import { migrateJobs } from '@afterword/jobs/migrate-jobs'
import { createLogger } from '@afterword/logger'
import { queueDailyRuns } from '@afterword/services/operations/daily/queue-daily-runs'
import { openJobQueue } from '@afterword/services/kernel/job-queue'
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { WorkerEnv } from './env.ts'
import { type RunningWorker, runWorker } from './run-worker.ts'
import { startWorkerProcess } from './testing/worker-process.ts'

const { db, url } = await useTestDatabase()
const queue = openJobQueue(db, () => undefined)
const workers: RunningWorker[] = []
const env: WorkerEnv = {
  databaseUrl: url,
  smtpUrl: 'smtp://127.0.0.1:1',
  publicUrl: 'https://reviews.example',
  secret: 'a secret of thirty-two characters or more',
  mailFrom: 'reviews@reviews.example',
  logLevel: 'silent',
  alertWebhookUrl: null,
  retentionDays: 30,
  claimSeconds: 3,
  superviseSeconds: 1,
  release: 'r1',
  tracing: null,
}
const longAgo = new Date('2020-01-01T00:00:00Z')

beforeAll(async () => {
  await migrateJobs(url, { policy: { retryDelaySeconds: 1, retryDelayMaxSeconds: 1, expireInSeconds: 3 } })
  await queue.start()
})
afterEach(async () => {
  await Promise.all(workers.splice(0).map(async (worker) => await worker.stop()))
  await db.delete(shopDailyRun)
})
afterAll(async () => await queue.stop())

const startWorker = async (): Promise<void> => {
  workers.push(await runWorker(env, createLogger({ name: 'worker', level: 'silent' })))
}
/** What a worker does once a minute, at an hour when both of the last two windows have closed. */
const tickAt = async (clock: '12:00' | '12:01'): Promise<number> => {
  const now = new Date(`${new Date().toISOString().slice(0, 10)}T${clock}:00Z`)
  return await queueDailyRuns({ db, jobs: queue.jobs, now: () => now })
}
const noteRun = async (shopId: string): Promise<void> => {
  const now = new Date()
  const run = { shopId, day: now.toISOString().slice(0, 10) }
  await db.insert(shopDailyRun).values({ ...run, slotAt: now, queuedAt: now })
  await queue.jobs.enqueue(db, runDailyWork, run)
}
const allDone = async (count: number): Promise<void> => {
  await vi.waitFor(
    async () => {
      const runs = await db.select().from(shopDailyRun)
      expect(runs.filter(({ outcome }) => outcome === 'done')).toHaveLength(count)
    },
    { timeout: 25_000 },
  )
}

test('two workers that tick at once run each shop’s daily work exactly once', async () => {
  const shops = await Promise.all(Array.from({ length: 6 }, async () => await createShop(db, { createdAt: longAgo })))
  await Promise.all([startWorker(), startWorker()])
  for (const clock of ['12:00', '12:01'] as const) {
    await Promise.all([tickAt(clock), tickAt(clock), tickAt(clock)])
  }
  await allDone(shops.length * 2)
  const runs = await db.select().from(shopDailyRun)
  expect(runs.map(({ attempts }) => attempts)).toEqual(runs.map(() => 1))
  expect(new Set(runs.map(({ shopId, day }) => `${shopId} ${day}`)).size).toBe(12)
})

test('a run whose worker was killed is taken up again by another', async () => {
  const shop = await createShop(db)
  const product = await createProduct(db, { shopId: shop.id })
  const key = { shopId: shop.id, productId: product.id }
  await db.insert(productRating).values({ ...key, stars5: 9 })
  const doomed = await startWorkerProcess({
    DATABASE_URL: url,
    SMTP_URL: env.smtpUrl,
    PUBLIC_URL: env.publicUrl,
    AFTERWORD_SECRET: env.secret,
    WORKER_SUPERVISE_SECONDS: '1',
  })
  const readRuns = async () => await db.select().from(shopDailyRun).where(eq(shopDailyRun.shopId, shop.id))
  await db.transaction(async (tx) => {
    // The run waits here for the rating that somebody holds, and dies waiting.
    await tx.select().from(productRating).where(eq(productRating.shopId, shop.id)).for('update')
    await noteRun(shop.id)
    await vi.waitFor(async () => expect((await readRuns())[0]?.attempts).toBe(1), { timeout: 10_000 })
    doomed.child.kill('SIGKILL')
    expect(await doomed.ended).toEqual([null, 'SIGKILL'])
  })
  expect(await readRuns()).toMatchObject([{ finishedAt: null }])
  await startWorker()
  await allDone(1)
  expect((await readRuns())[0]?.attempts).toBeGreaterThan(1)
  expect(await db.select().from(productRating).where(eq(productRating.shopId, shop.id))).toMatchObject([{ stars5: 0 }])
})
