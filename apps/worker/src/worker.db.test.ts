import { reviewRequest, shop } from '@afterword/db/schema'
import { createReviewableOrder, createShop } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { processWebhook } from '@afterword/jobs/definitions/process-webhook'
import { sendFreshLink } from '@afterword/jobs/definitions/send-fresh-link'
import { sendReviewRequest } from '@afterword/jobs/definitions/send-review-request'
import { migrateJobs } from '@afterword/jobs/migrate-jobs'
import { createLogger } from '@afterword/logger'
import { openJobQueue } from '@afterword/services/job-queue'
import { eq, sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { WorkerEnv } from './env.ts'
import { type RunningWorker, runWorker } from './run-worker.ts'
import { startSmtpSink } from './testing/smtp-sink.ts'
import { startWorkerProcess } from './testing/worker-process.ts'

const { db, url } = await useTestDatabase()
const sink = await startSmtpSink()
const queue = openJobQueue(db, () => undefined)
const workers: RunningWorker[] = []
const env: WorkerEnv = {
  databaseUrl: url,
  smtpUrl: sink.url,
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

beforeAll(async () => {
  await migrateJobs(url, { policy: { retryDelaySeconds: 1, retryDelayMaxSeconds: 1, expireInSeconds: 2 } })
  await queue.start()
})
afterEach(async () => {
  await Promise.all(workers.splice(0).map(async (worker) => await worker.stop()))
  sink.refuseWith(null)
})
afterAll(async () => {
  await queue.stop()
  await sink.stop()
})

const startWorker = async (): Promise<void> => {
  workers.push(await runWorker(env, createLogger({ name: 'worker', level: 'silent' })))
}
const prepare = async () => {
  const { id: shopId } = await createShop(db, { replyToEmail: 'hello@hearth.example', postalAddress: '1 Mill Lane' })
  const bought = await createReviewableOrder(db, { shopId })
  const reviewRequestId = bought.reviewRequest.id
  const enqueue = async () => await queue.jobs.enqueue(db, sendReviewRequest, { shopId, reviewRequestId })
  const read = async () => {
    const [row] = await db.select().from(reviewRequest).where(eq(reviewRequest.id, reviewRequestId))
    return row
  }
  const mails = () => sink.mails.filter(({ to }) => to.includes(bought.customer.email))
  const isSent = async () =>
    await vi.waitFor(async () => expect((await read())?.sentAt).toBeInstanceOf(Date), { timeout: 25_000 })
  return { ...bought, shopId, enqueue, read, mails, isSent }
}
const openJobCount = async (): Promise<number> => {
  const rows = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from pgboss.job where state < 'completed' and name not like '\_\_%'`,
  )
  return rows[0]?.count ?? 0
}
const isIdle = async () => await vi.waitFor(async () => expect(await openJobCount()).toBe(0), { timeout: 25_000 })

test('two workers and five jobs for each request send one mail to each customer', async () => {
  const requests = await Promise.all([1, 2, 3, 4].map(async () => await prepare()))
  await Promise.all([startWorker(), startWorker()])
  await Promise.all(requests.flatMap((request) => [1, 2, 3, 4, 5].map(async () => await request.enqueue())))
  await Promise.all(requests.map(async (request) => await request.isSent()))
  await isIdle()
  expect(requests.map((request) => request.mails().length)).toEqual([1, 1, 1, 1])
})

test('the mail that arrives has unfolded unsubscribe lines, the shop as its sender, and five links for its item', async () => {
  const { enqueue, isSent, mails } = await prepare()
  await startWorker()
  await enqueue()
  await isSent()
  const raw = mails()[0]?.raw ?? ''
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).split('\r\n')
  expect(
    head.filter((line) => /^List-Unsubscribe: <https:\/\/reviews\.example\/write\/unsubscribe\/[\w-]{64}>$/.test(line)),
  ).toHaveLength(1)
  expect(head).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect(head).toContain('From: "Hearth & Wool via Afterword" <reviews@reviews.example>')
  expect(head).toContain('Reply-To: "Hearth & Wool" <hello@hearth.example>')
  expect(head.some((line) => /^Message-ID: <req_[a-z\d]{26}@reviews\.example>$/.test(line))).toBe(true)
  expect(raw).toContain('Content-Type: text/plain; charset=utf-8')
  expect(raw).toContain('Content-Type: text/html; charset=utf-8')
  const body = raw.replaceAll('=\r\n', '').replaceAll('=3D', '=')
  const links = new Set(body.match(/https:\/\/reviews\.example\/write\/detail\/[\w-]{64}\?rating=[1-5]/g))
  expect(links.size).toBe(5)
})

test('a worker killed while it was sending leaves the mail to another, which sends it once', async () => {
  const { enqueue, isSent, mails, read } = await prepare()
  const stalled = sink.stallNext()
  const doomed = await startWorkerProcess({
    DATABASE_URL: url,
    SMTP_URL: sink.url,
    PUBLIC_URL: env.publicUrl,
    AFTERWORD_SECRET: env.secret,
    WORKER_CLAIM_SECONDS: '3',
    WORKER_SUPERVISE_SECONDS: '1',
  })
  await enqueue()
  await stalled
  expect(await read()).toMatchObject({ sentAt: null, attempts: 1 })
  doomed.child.kill('SIGKILL')
  expect(await doomed.ended).toEqual([null, 'SIGKILL'])
  expect(mails()).toHaveLength(0)
  await startWorker()
  await isSent()
  await isIdle()
  expect(mails()).toHaveLength(1)
  expect(await read()).toMatchObject({ attempts: 2, givenUpAt: null, claimId: null })
})

test('a worker ends cleanly on SIGTERM and when its parent goes away', async () => {
  const settings = { DATABASE_URL: url, SMTP_URL: sink.url, PUBLIC_URL: env.publicUrl, AFTERWORD_SECRET: env.secret }
  const [told, orphaned] = await Promise.all([startWorkerProcess(settings), startWorkerProcess(settings)])
  told.child.kill('SIGTERM')
  orphaned.child.disconnect()
  expect(await told.ended).toEqual([0, null])
  expect(await orphaned.ended).toEqual([0, null])
})

test('a mailbox that does not exist is tried three times and given up, and the server\u2019s words stay on the request without the address', async () => {
  const { enqueue, read, mails, customer } = await prepare()
  sink.refuseWith([550, `5.1.1 <${customer.email}> no such user`])
  await startWorker()
  await enqueue()
  await vi.waitFor(async () => expect((await read())?.givenUpAt).toBeInstanceOf(Date), { timeout: 10_000 })
  expect(await read()).toMatchObject({ attempts: 3, lastError: '550 5.1.1 <[address]> no such user', sentAt: null })
  expect(mails()).toHaveLength(0)
})

test('a mailbox that is busy is tried again and then gets its one mail', async () => {
  const { enqueue, read, mails, isSent } = await prepare()
  sink.refuseWith([451, '4.7.1 greylisted'])
  await startWorker()
  await enqueue()
  await vi.waitFor(async () => expect((await read())?.lastError).toBe('451 4.7.1 greylisted'), { timeout: 10_000 })
  sink.refuseWith(null)
  await isSent()
  expect(mails()).toHaveLength(1)
  expect((await read())?.lastError).toBeNull()
})

test('a customer who asked gets fresh links and a way to end mails of the shop, an unknown one nothing', async () => {
  const { shopId, customer, mails } = await prepare()
  const before = sink.mails.length
  await startWorker()
  await queue.jobs.enqueue(db, sendFreshLink, { shopId, customerId: null })
  await queue.jobs.enqueue(db, sendFreshLink, { shopId, customerId: customer.id })
  await vi.waitFor(() => expect(mails()).toHaveLength(1), { timeout: 10_000 })
  await isIdle()
  expect(sink.mails.length - before).toBe(1)
  expect(mails()[0]?.raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
})

test('a webhook job for a delivery that is not there ends without harm', async () => {
  const { shopId } = await prepare()
  await startWorker()
  await queue.jobs.enqueue(db, processWebhook, { shopId, webhookId: 'unknown' })
  await isIdle()
  expect(await db.select({ id: shop.id }).from(shop).where(eq(shop.id, shopId))).toHaveLength(1)
})
