import { createRandom } from '@afterword/db/seed/random'
import { auditLog, incidentAttempt, review } from '@afterword/db/schema'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { migrateJobs } from '@afterword/jobs/migrate-jobs'
import { createLogQuotas } from '@afterword/services/insight/attempt/log-quota'
import { saveReports } from '@afterword/services/insight/attempt/save-reports'
import { joinAttempts } from '@afterword/services/insight/incident/join-attempts'
import { createReviewShop } from '@afterword/services/testing/review-world'
import { isProcedure } from '@afterword/trpc/calls'
import { clientReportsSchema } from '@afterword/validation/incident/client-report'
import { encodeId } from '@afterword/validation/primitives/ids'
import { eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { startFaultProxy } from '../../../../e2e/fixtures/fault-proxy.ts'
import { type ApiProcess, startApiProcess } from '../testing/api-process.ts'
import { type Chronicle, type Counts, deliverAsCustomer, type FailedTry, type Writing } from './customer-client.ts'
import { type Places, planFaults } from './fault-schedule.ts'

// A history that failed comes again with its seed: CHAOS_SEED=7 CHAOS_CUSTOMERS=2000 CHAOS_ROUNDS=20.
const seed = Number(process.env['CHAOS_SEED'] ?? '4')
const customers = Number(process.env['CHAOS_CUSTOMERS'] ?? '200')
const rounds = Number(process.env['CHAOS_ROUNDS'] ?? '2')
/** Every so many customers one has no patience: it goes away when a delivery pauses. */
const impatientEach = 10
const itemsPerOrder = 5

const { db, url } = await useTestDatabase()
await migrateJobs(url)
const back = await startFaultProxy({ port: Number(new URL(url).port) })
const behindFaults = url.replace(/:\d+\//, `:${back.port}/`)
const startOne = async (port?: number): Promise<ApiProcess> =>
  await startApiProcess({
    databaseUrl: behindFaults,
    env: { LOG_LEVEL: 'error', ...(port === undefined ? {} : { PORT: String(port) }) },
  })
const apis = [await startOne(), await startOne()]
const fronts = await Promise.all(apis.map(async ({ port }) => await startFaultProxy({ port })))
const ports = apis.map(({ port }) => port)
afterAll(async () => {
  await Promise.all(apis.map(async (api) => await api.kill()))
  await Promise.all([...fronts, back].map(async (proxy) => await proxy.stop()))
})

/** Starts a process on the port its proxy knows; a database that is away lets it fail, so it is tried again. */
const restart = async (index: number): Promise<void> => {
  for (;;) {
    try {
      apis[index] = await startOne(ports[index])
      return
    } catch {
      await sleep(200)
    }
  }
}
const places: Places = {
  fronts,
  back,
  async crash(index) {
    await apis[index]?.kill()
    await restart(index)
  },
}

const prepareWritings = async (): Promise<Writing[]> => {
  const writings: Writing[] = []
  while (writings.length < customers) {
    const shop = await createReviewShop(db)
    for (let count = 0; count < itemsPerOrder && writings.length < customers; count += 1) {
      const lineItemId = encodeId('lineItem', (await shop.addItem()).id)
      const body = `Review ${writings.length}: warm.`
      writings.push({ code: shop.code, lineItemId, submissionId: randomUUID(), rating: 1 + (count % 5), body })
    }
  }
  return writings
}

const runFaults = async (until: AbortSignal): Promise<Record<string, number>> => {
  const happened: Record<string, number> = {}
  for (const { name, act } of planFaults(createRandom(seed), rounds)) {
    if (until.aborted) break
    await act(places)
    happened[name] = (happened[name] ?? 0) + 1
    await sleep(100)
  }
  for (const proxy of [...fronts, back]) proxy.heal()
  return happened
}

/** Tells what the pages kept, as they do, and joins it with what both processes saw. */
const judgeFailures = async (failures: readonly FailedTry[]): Promise<Record<string, number>> => {
  // Both processes write their log within a second; a page tells at its next call or visit.
  await sleep(2_000)
  for (let from = 0; from < failures.length; from += 50) {
    const reports = failures
      .slice(from, from + 50)
      .map(({ startedAt, ...each }) => ({ ...each, startedMsAgo: Date.now() - startedAt }))
    await saveReports(db, clientReportsSchema.parse({ reports }).reports, {
      browser: null,
      place: null,
      now: new Date(),
      isProcedure,
      quota: createLogQuotas(100).reports,
    })
  }
  await joinAttempts(db, new Date(Date.now() + 180_000))
  const filed = await db.select().from(incidentAttempt)
  const byId = new Map(filed.map((attempt) => [attempt.attemptId, attempt]))
  expect(failures.filter(({ attemptId }) => !byId.has(attemptId))).toEqual([])
  // Of a write, only what the server did can be lost.
  const storedIds = new Set((await db.select().from(review)).map(({ submissionId }) => submissionId))
  const lost = filed.filter(({ verdict }) => verdict === 'lost_response')
  expect(
    lost.filter(({ marks, submissionId }) => marks.server?.committedMs != null && !storedIds.has(submissionId)),
  ).toEqual([])
  const verdicts: Record<string, number> = {}
  for (const { verdict } of filed) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1
  return verdicts
}

test(
  'over a random history every acknowledged review exists once, no other twice, and every failure has a verdict',
  { timeout: 600_000 },
  async () => {
    const writings = await prepareWritings()
    const counts: Counts = { tries: 0, unanswered: 0, busy: 0, asked: 0 }
    const chronicle: Chronicle = { counts, failures: [] }
    const calm = new AbortController()
    const faults = runFaults(calm.signal)
    // The customers come while the faults do: about a second each.
    const spreadMs = rounds * 10_000
    const outcomes = await Promise.all(
      writings.map(async (writing, index) => {
        const random = createRandom(seed * 10_000 + index)
        const urls = { next: () => `http://127.0.0.1:${random.pick(fronts).port}` }
        await sleep(random.next() * spreadMs)
        const visits = index % impatientEach === 0 ? 1 : 20
        return { writing, received: await deliverAsCustomer(writing, { urls, chronicle, random, visits }) }
      }),
    )
    calm.abort()
    const happened = await faults

    const rows = await db.select().from(review)
    const byItem = Map.groupBy(rows, ({ lineItemId }) => encodeId('lineItem', lineItemId ?? ''))
    for (const { writing, received } of outcomes) {
      const stored = byItem.get(writing.lineItemId) ?? []
      expect(stored.length, writing.body).toBeLessThanOrEqual(1)
      if (received === null) continue
      expect(stored.map(({ id, body }) => [encodeId('review', id), body])).toEqual([[received.id, writing.body]])
    }
    const told = await db.select().from(auditLog).where(eq(auditLog.action, 'review.submit'))
    expect(new Set(told.map(({ subjectId }) => subjectId)).size).toBe(told.length)
    expect(told).toHaveLength(rows.length)

    const verdicts = await judgeFailures(chronicle.failures)
    const acknowledged = outcomes.filter(({ received }) => received !== null).length
    const struck = [...fronts, back].reduce((total, proxy) => total + proxy.struck(), 0)
    const gaveUp = outcomes.length - acknowledged
    const stored = rows.length
    const figures = { seed, customers, acknowledged, gaveUp, stored, ...counts, struck, verdicts, ...happened }
    process.stdout.write(`history ${JSON.stringify(figures)}\n`)
    // It was a storm, and the patient got through it.
    expect(acknowledged).toBeGreaterThanOrEqual(customers - Math.ceil(customers / impatientEach))
    expect(counts.unanswered).toBeGreaterThan(0)
  },
)
