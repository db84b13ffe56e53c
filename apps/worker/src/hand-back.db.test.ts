import { useTestDatabase } from '@afterword/db/testing/template-db'
import { jobCatalogue } from '@afterword/jobs/catalogue'
import { sendFreshLink } from '@afterword/jobs/definitions/send-fresh-link'
import { migrateJobs } from '@afterword/jobs/migrate-jobs'
import { type JobHandler, type JobHandlers, startWorkers } from '@afterword/jobs/work'
import { openJobQueue } from '@afterword/services/kernel/job-queue'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
const { db, url } = await useTestDatabase()
await migrateJobs(url, { policy: { retryDelaySeconds: 0, retryDelayMaxSeconds: 1, expireInSeconds: 60 } })

const idle = async (): Promise<void> => await Promise.resolve()
const start = async (handle: JobHandler<never>) => {
  const names = Object.keys(jobCatalogue)
  const handlers = Object.fromEntries(names.map((name) => [name, name === 'sendFreshLink' ? handle : idle]))
  return await startWorkers({
    url,
    handlers: handlers as JobHandlers,
    judgeFailure: () => ({ action: 'retry', reason: 'test' }),
    onError: () => undefined,
    stopSeconds: 0.5,
  })
}

test('a worker that stops hands an unfinished job back at once, and another does it', async () => {
  const queue = openJobQueue(db, () => undefined)
  await queue.start()
  const [begun, done] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const first = await start(async (_data, { signal }) => {
    begun.resolve()
    await new Promise((resolve) => signal.addEventListener('abort', resolve))
  })
  await queue.jobs.enqueue(db, sendFreshLink, { shopId: crypto.randomUUID(), customerId: null, reason: 'dead_link' })
  await begun.promise
  await first.stop()
  const [row] = await db.execute(sql`select state from pgboss.job where name = ${sendFreshLink.name}`)
  expect(row).toEqual({ state: 'retry' })
  const second = await start(async () => done.resolve())
  await done.promise
  await second.stop()
  await queue.stop()
})
