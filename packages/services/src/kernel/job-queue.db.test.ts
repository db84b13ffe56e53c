import { useTestDatabase } from '@afterword/db/testing/template-db'
import { jobCatalogue } from '@afterword/jobs/catalogue'
import { processWebhook } from '@afterword/jobs/definitions/process-webhook'
import { sendFreshLink } from '@afterword/jobs/definitions/send-fresh-link'
import { migrateJobs } from '@afterword/jobs/migrate-jobs'
import { type JobAttempt, type JobHandlers, startWorkers, type WorkersHandle } from '@afterword/jobs/work'
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { openJobQueue } from './job-queue.ts'

const { db, url } = await useTestDatabase()
const queue = openJobQueue(db, () => undefined)
const running: WorkersHandle[] = []
const ignore = async (): Promise<void> => await Promise.resolve()

beforeAll(async () => {
  await migrateJobs(url, { policy: { retryLimit: 2, retryDelaySeconds: 1, retryDelayMaxSeconds: 1 } })
  await queue.start()
})
afterEach(async () => {
  await Promise.all(running.splice(0).map(async (workers) => await workers.stop()))
  await db.execute(sql`delete from pgboss.job`)
})
afterAll(async () => await queue.stop())

const work = async (
  handlers: Partial<JobHandlers>,
  judgeFailure: Parameters<typeof startWorkers>[0]['judgeFailure'] = () => ({ action: 'retry', reason: 'it failed' }),
): Promise<WorkersHandle> => {
  const nothing = Object.fromEntries(Object.keys(jobCatalogue).map((name) => [name, ignore]))
  const all = { ...nothing, ...handlers } as JobHandlers
  const workers = await startWorkers({
    url,
    handlers: all,
    judgeFailure,
    onError: () => undefined,
    superviseSeconds: 1,
    stopSeconds: 1,
  })
  running.push(workers)
  return workers
}
const readJobs = async () =>
  await db.execute<{ state: string; output: unknown }>(sql`select state, output from pgboss.job`)
const webhook = () => ({ shopId: randomUUID(), webhookId: randomUUID() })
const readStates = async () => (await readJobs()).map((job) => job.state).toSorted()
const hasStates = async (...states: string[]): Promise<void> => {
  await vi.waitFor(async () => expect(await readStates()).toEqual(states), { timeout: 15_000 })
}

test('a job of a transaction that is rolled back does not exist', async () => {
  const failing = db.transaction(async (tx) => {
    await queue.jobs.enqueue(tx, processWebhook, webhook())
    throw new Error('changed my mind')
  })
  await expect(failing).rejects.toThrow('changed my mind')
  expect(await readJobs()).toHaveLength(0)
})

test('data that does not fit the definition is refused before anything is written', async () => {
  await expect(queue.jobs.enqueue(db, processWebhook, { shopId: 'x', webhookId: '1' })).rejects.toThrow(/UUID/)
  expect(await readJobs()).toHaveLength(0)
})

test('a job starts within a second of its commit, with its data whole', async () => {
  const seen = Promise.withResolvers<unknown>()
  await work({ processWebhook: async (data) => await Promise.resolve(seen.resolve(data)) })
  const data = webhook()
  const started = performance.now()
  await db.transaction(async (tx) => await queue.jobs.enqueue(tx, processWebhook, data))
  expect(await seen.promise).toEqual(data)
  expect(performance.now() - started).toBeLessThan(1_000)
  await hasStates('completed')
})

test('a job does not start before its time', async () => {
  let runs = 0
  await work({
    processWebhook: async () => {
      runs += 1
      await Promise.resolve()
    },
  })
  const startAfter = new Date(Date.now() + 60_000)
  await queue.jobs.enqueue(db, processWebhook, webhook(), { startAfter })
  await queue.jobs.enqueue(db, processWebhook, webhook())
  await hasStates('completed', 'created')
  expect(runs).toBe(1)
})

test('a throttled job is let through once per key and stretch of time', async () => {
  const throttle = { key: randomUUID(), seconds: 86_400 }
  const data = { shopId: randomUUID(), customerId: randomUUID(), reason: 'dead_link' } as const
  await Promise.all([1, 2, 3].map(async () => await queue.jobs.enqueue(db, sendFreshLink, data, { throttle })))
  await queue.jobs.enqueue(db, sendFreshLink, data, { throttle: { ...throttle, key: randomUUID() } })
  expect(await readJobs()).toHaveLength(2)
})

test('a failed try is repeated until it works, and says which try it is', async () => {
  const attempts: number[] = []
  await work({
    processWebhook: async (_data, attempt) => {
      attempts.push(attempt.number)
      await Promise.resolve()
      if (attempts.length < 3) throw new Error('not yet')
    },
  })
  await queue.jobs.enqueue(db, processWebhook, webhook())
  await hasStates('completed')
  expect(attempts).toEqual([1, 2, 3])
})

test('a failure that is given up is not tried again, and its reason stays with the job', async () => {
  const attempts: JobAttempt[] = []
  await work(
    {
      processWebhook: async (_data, attempt) => {
        attempts.push(attempt)
        await Promise.reject(new Error('never'))
      },
    },
    () => ({ action: 'give_up', reason: 'mail.refused' }),
  )
  await queue.jobs.enqueue(db, processWebhook, webhook())
  await hasStates('failed')
  expect(attempts).toHaveLength(1)
  expect((await readJobs())[0]?.output).toMatchObject({ reason: 'mail.refused' })
})

test('a worker that stops hands back the job it could not finish', async () => {
  const held = Promise.withResolvers<AbortSignal>()
  const workers = await work({
    processWebhook: async (_data, { signal }) => {
      held.resolve(signal)
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
    },
  })
  await queue.jobs.enqueue(db, processWebhook, webhook())
  const signal = await held.promise
  await workers.stop()
  expect(signal.aborted).toBe(true)
  await hasStates('retry')
})

test('workers do not start when a definition has no handler', async () => {
  // @ts-expect-error -- the compiler refuses it too
  const handlers: JobHandlers = { processWebhook: ignore, sendFreshLink: ignore }
  const options = { url, judgeFailure: () => ({ action: 'retry' as const, reason: '' }), onError: () => undefined }
  await expect(startWorkers({ ...options, handlers })).rejects.toThrow('sendReviewRequest')
})
