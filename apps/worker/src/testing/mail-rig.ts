import { reviewRequest } from '@afterword/db/schema'
import { createReviewableOrder, createShop } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { sendReviewRequest } from '@afterword/jobs/definitions/send-review-request'
import { migrateJobs } from '@afterword/jobs/migrate-jobs'
import { createLogger } from '@afterword/logger'
import { openJobQueue } from '@afterword/services/kernel/job-queue'
import { eq, sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest'
import type { WorkerEnv } from '../env.ts'
import { type RunningWorker, runWorker } from '../run-worker.ts'
import { startSmtpSink } from './smtp-sink.ts'
import { startWorkerProcess } from './worker-process.ts'

/** Long for what is waited for, also beside programs that burn every core. */
const patience = { timeout: 25_000 }

/**
 * A database, a queue with short waits and a mail server for the tests of one file; workers that are started run
 * until the end of their test.
 */
export const useMailRig = async () => {
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
    await migrateJobs(url, { policy: { retryDelaySeconds: 1, retryDelayMaxSeconds: 1 }, heartbeatSeconds: 10 })
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
  const startProcess = async () =>
    await startWorkerProcess({
      DATABASE_URL: url,
      SMTP_URL: sink.url,
      PUBLIC_URL: env.publicUrl,
      AFTERWORD_SECRET: env.secret,
      WORKER_CLAIM_SECONDS: '3',
      WORKER_SUPERVISE_SECONDS: '1',
    })
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
      await vi.waitFor(async () => expect((await read())?.sentAt).toBeInstanceOf(Date), patience)
    return { ...bought, shopId, enqueue, read, mails, isSent }
  }
  const openJobCount = async (): Promise<number> => {
    const rows = await db.execute<{ count: number }>(
      sql`select count(*)::int as count from pgboss.job where state < 'completed' and name not like '\_\_%'`,
    )
    return rows[0]?.count ?? 0
  }
  const isIdle = async () => await vi.waitFor(async () => expect(await openJobCount()).toBe(0), patience)
  return { db, url, sink, queue, env, startWorker, startProcess, prepare, isIdle }
}
