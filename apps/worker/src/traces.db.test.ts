import { reviewRequest } from '@afterword/db/schema'
import { createReviewableOrder, createShop } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { sendReviewRequest } from '@afterword/jobs/definitions/send-review-request'
import { migrateJobs } from '@afterword/jobs/migrate-jobs'
import { openJobQueue } from '@afterword/services/kernel/job-queue'
import { startCollector } from '@afterword/tracing/testing/collector'
import { eq, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { afterAll, expect, test, vi } from 'vitest'
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
const stateOf = async (): Promise<string | undefined> => {
  const [row] = await db.execute<{ state: string }>(
    sql`select state from pgboss.job where name = ${sendReviewRequest.name} order by created_on desc limit 1`,
  )
  return row?.state
}

test('a job’s span names its job and is linked to the call that enqueued it; its statements and log lines are in it', async () => {
  const { id: shopId } = await createShop(db)
  const { reviewRequest: due, customer } = await createReviewableOrder(db, { shopId })
  await queue.jobs.enqueue(db, sendReviewRequest, { shopId, reviewRequestId: due.id })
  const { collector, spans, lines } = await runUntil(async () => expect(await stateOf()).toBe('completed'))
  const [row] = await db.select().from(reviewRequest).where(eq(reviewRequest.id, due.id))
  expect(row?.sentAt).toBeInstanceOf(Date)
  const [job, ...others] = spans.filter(({ kind }) => kind === 'consumer')
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
  const statements = spans.filter(({ kind }) => kind === 'client')
  expect(statements.length).toBeGreaterThan(2)
  for (const span of spans)
    expect(span).toMatchObject({ traceId: job?.traceId, attributes: { 'afterword.job.id': jobId } })
  const line = lines.split('\n').find((text) => text.includes('"review request"')) ?? '{}'
  expect(JSON.parse(line)).toMatchObject({ jobId, trace_id: job?.traceId, span_id: job?.spanId })
  expect(collector.text()).not.toContain(customer.email)
})

test('a job that fails says in its span why', async () => {
  const input = { shopId: randomUUID(), reviewRequestId: 'no-uuid' }
  await db.execute(
    sql`insert into pgboss.job (name, data, retry_limit) values (${sendReviewRequest.name}, ${JSON.stringify(input)}::jsonb, 0)`,
  )
  const { spans } = await runUntil(async () => expect(await stateOf()).not.toMatch(/created|active/))
  expect(spans.find(({ kind }) => kind === 'consumer')).toMatchObject({
    isError: true,
    links: [],
    attributes: { 'error.type': 'job_data.invalid' },
  })
})

test('without an endpoint a worker exports nothing, and a job that carries a call is done all the same', async () => {
  const { id: shopId } = await createShop(db)
  const { reviewRequest: due } = await createReviewableOrder(db, { shopId })
  await queue.jobs.enqueue(db, sendReviewRequest, { shopId, reviewRequestId: due.id })
  const off = { OTEL_EXPORTER_OTLP_ENDPOINT: '' }
  const { spans, lines } = await runUntil(async () => expect(await stateOf()).toBe('completed'), off)
  expect(spans).toEqual([])
  expect(lines).not.toContain('trace_id')
})
