import { reviewRequest } from '@afterword/db/schema'
import { createReviewableOrder, createShop } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { sendReviewRequest } from '@afterword/jobs/definitions/send-review-request'
import { migrateJobs } from '@afterword/jobs/migrate-jobs'
import { openJobQueue } from '@afterword/services/kernel/job-queue'
import { startCollector } from '@afterword/tracing/testing/collector'
import { eq, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startSmtpSink } from './testing/smtp-sink.ts'
import { startWorkerProcess } from './testing/worker-process.ts'

const { db, url } = await useTestDatabase()
await migrateJobs(url, { policy: { retryLimit: 0 } })
const sink = await startSmtpSink()
afterAll(async () => await sink.stop())

const [traceId, spanId] = ['4bf92f3577b34da6a3ce929d0e0e4736', '00f067aa0ba902b7']
/** Enqueues as a process does that traces a call. */
const queue = openJobQueue(
  db,
  () => undefined,
  () => `00-${traceId}-${spanId}-01`,
)
await queue.start()
afterAll(async () => await queue.stop())

/** What a worker exports and writes until it is told to stop, once `isDone` holds. */
const runUntil = async (isDone: () => Promise<void>, env: Record<string, string> = {}) => {
  const collector = await startCollector()
  const worker = await startWorkerProcess({
    DATABASE_URL: url,
    SMTP_URL: sink.url,
    PUBLIC_URL: 'https://reviews.example',
    AFTERWORD_SECRET: 'a secret of thirty-two characters or more',
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    AFTERWORD_RELEASE: 'r7',
    ...env,
  })
  await vi.waitFor(isDone, { timeout: 20_000 })
  worker.child.kill('SIGTERM')
  expect(await worker.ended).toEqual([0, null])
  await collector.stop()
  return { collector, spans: collector.spans(), lines: worker.lines() }
}
const failing = { shopId: randomUUID(), reviewRequestId: 'no-uuid' }
const statesOf = async (): Promise<string[]> => {
  const rows = await db.execute<{ state: string }>(
    sql`select state from pgboss.job where name = ${sendReviewRequest.name}`,
  )
  return rows.map(({ state }) => state).toSorted()
}

describe('a traced worker', () => {
  let run: Awaited<ReturnType<typeof runUntil>>
  let sent: { readonly id: string; readonly email: string }

  beforeAll(async () => {
    const { id: shopId } = await createShop(db)
    const { reviewRequest: due, customer } = await createReviewableOrder(db, { shopId })
    sent = { id: due.id, email: customer.email }
    await queue.jobs.enqueue(db, sendReviewRequest, { shopId, reviewRequestId: due.id })
    await db.execute(
      sql`insert into pgboss.job (name, data, retry_limit) values (${sendReviewRequest.name}, ${JSON.stringify(failing)}::jsonb, 0)`,
    )
    run = await runUntil(async () => expect(await statesOf()).toEqual(['completed', 'failed']))
  })
  const jobsOf = (isError: boolean) => run.spans.filter((span) => span.kind === 'consumer' && span.isError === isError)

  test('names a job in its span and links it to the call that enqueued it; its statements and log lines are in it', async () => {
    const [row] = await db.select().from(reviewRequest).where(eq(reviewRequest.id, sent.id))
    expect(row?.sentAt).toBeInstanceOf(Date)
    const [job, ...others] = jobsOf(false)
    expect(others).toEqual([])
    const jobId = job?.attributes['messaging.message.id']
    expect(job).toMatchObject({
      name: 'process send-review-request',
      parentSpanId: '',
      isError: false,
      links: [{ traceId, spanId }],
      attributes: {
        'messaging.system': 'pg-boss',
        'messaging.destination.name': 'send-review-request',
        'afterword.job.attempt': 1,
        'afterword.job.id': jobId,
      },
      resource: { 'service.name': 'afterword-worker', 'service.version': 'r7' },
    })
    const within = run.spans.filter((span) => span.traceId === job?.traceId)
    expect(within.filter(({ kind }) => kind === 'client').length).toBeGreaterThan(2)
    for (const span of within) expect(span.attributes).toMatchObject({ 'afterword.job.id': jobId })
    const line = run.lines.split('\n').find((text) => text.includes('"review request"')) ?? '{}'
    expect(JSON.parse(line)).toMatchObject({ jobId, trace_id: job?.traceId, span_id: job?.spanId })
    expect(run.collector.text()).not.toContain(sent.email)
  })

  test('says in the span of a job that fails why, and every span belongs to a job', () => {
    const failed = jobsOf(true)
    expect(failed).toMatchObject([{ links: [], attributes: { 'error.type': 'job_data.invalid' } }])
    const traces = new Set([...failed, ...jobsOf(false)].map((span) => span.traceId))
    expect(traces.size).toBe(2)
    expect(run.spans.filter((span) => !traces.has(span.traceId))).toEqual([])
  })
})

test('without an endpoint a worker exports nothing, and a job that carries a call is done all the same', async () => {
  const { id: shopId } = await createShop(db)
  const { reviewRequest: due } = await createReviewableOrder(db, { shopId })
  await queue.jobs.enqueue(db, sendReviewRequest, { shopId, reviewRequestId: due.id })
  const off = { OTEL_EXPORTER_OTLP_ENDPOINT: '' }
  const { spans, lines } = await runUntil(
    async () => expect(await statesOf()).toEqual(['completed', 'completed', 'failed']),
    off,
  )
  expect(spans).toEqual([])
  expect(lines).not.toContain('trace_id')
})
