import { review } from '@afterword/db/schema'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { sendFreshLink } from '@afterword/jobs/definitions/send-fresh-link'
import { migrateJobs } from '@afterword/jobs/migrate-jobs'
import { createReviewShop } from '@afterword/services/testing/review-world'
import { startCollector } from '@afterword/tracing/testing/collector'
import type { ReceivedSpan } from '@afterword/tracing/testing/read-spans'
import { encodeId } from '@afterword/validation/primitives/ids'
import { eq, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { expect, test, vi } from 'vitest'
import { type ApiProcess, startApiProcess } from '../testing/api-process.ts'
import type { HttpAnswer } from '../testing/api-server.ts'

const { db, url } = await useTestDatabase()
await migrateJobs(url)
const shop = await createReviewShop(db)
const listLoaded = new URL('../testing/list-loaded.ts', import.meta.url)

const submission = async () => {
  const { id } = await shop.addItem()
  return { code: shop.code, lineItemId: encodeId('lineItem', id), submissionId: randomUUID(), rating: 4, body: 'Soft.' }
}
const submit = async (api: ApiProcess, body: object, headers: Record<string, string> = {}) =>
  await api.sendOwn('/api/trpc/customer.review.submit', body, headers)

/** Asks again while admission says no, as it may on a machine that other tests keep busy: such answers have no span. */
const insist =
  <Args extends unknown[]>(send: (...args: Args) => Promise<HttpAnswer>) =>
  async (...args: Args): Promise<HttpAnswer> => {
    for (;;) {
      const answer = await send(...args)
      if (answer.status !== 503 || !answer.text.includes('"overloaded"')) return answer
    }
  }

/** Behind a proxy of ours. */
const trusting = { TRUST_PROXY: '1' }

/** What a process exports until it is stopped, which sends the last of it. */
const traceOf = async (work: (api: ApiProcess) => Promise<void>, env: Record<string, string> = {}) => {
  const collector = await startCollector()
  const api = await startApiProcess({
    databaseUrl: url,
    env: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, AFTERWORD_RELEASE: 'r7', ...env },
  })
  await work({ ...api, send: insist(api.send), sendOwn: insist(api.sendOwn) })
  await api.stop()
  await collector.stop()
  const spans = collector.spans()
  return { collector, api, spans, named: (name: string) => spans.filter((span) => span.name === name) }
}

/** Whether a span is another's child, or its child's child. */
const isWithin = (spans: readonly ReceivedSpan[], span: ReceivedSpan, ancestor: ReceivedSpan): boolean => {
  const parent = spans.find(({ spanId }) => spanId === span.parentSpanId)
  return parent !== undefined && (parent === ancestor || isWithin(spans, parent, ancestor))
}

test('one submit is one trace: its request, procedure and statements carry its attempt id and request id', async () => {
  const attemptId = randomUUID()
  const body = await submission()
  let requestId = ''
  const { spans, named } = await traceOf(async (api) => {
    const answer = await submit(api, body, { 'x-attempt-id': attemptId.toUpperCase() })
    expect(answer.status).toBe(200)
    requestId = String(answer.headers['x-request-id'])
  })
  const [server, ...others] = spans.filter(({ kind }) => kind === 'server')
  if (server === undefined) throw new Error('no span of the request')
  expect(others).toEqual([])
  expect(server).toMatchObject({ name: 'customer.review.submit', parentSpanId: '', isError: false })
  expect(server.attributes).toEqual({
    'afterword.attempt_id': attemptId,
    'afterword.procedure': 'customer.review.submit',
    'afterword.request_id': requestId,
    'afterword.shop_id': shop.shop.id,
    'afterword.submission_id': body.submissionId,
    'http.request.method': 'POST',
    'http.response.status_code': 200,
    'http.route': '/api/trpc/:path',
    'url.path': '/api/trpc/customer.review.submit',
  })
  expect(server.resource).toMatchObject({ 'service.name': 'afterword-api', 'service.version': 'r7' })
  const ids = { 'afterword.attempt_id': attemptId, 'afterword.request_id': requestId }
  for (const span of spans) expect(span).toMatchObject({ traceId: server.traceId, attributes: ids })
  const procedure = named('customer.review.submit').find(({ kind }) => kind === 'internal')
  expect(procedure).toMatchObject({ parentSpanId: server.spanId })
  expect(spans.filter((span) => span !== server).every((span) => isWithin(spans, span, server))).toBe(true)
  const [insert] = named('INSERT review')
  expect(insert).toMatchObject({
    kind: 'client',
    parentSpanId: named('transaction')[0]?.spanId,
    attributes: {
      'db.system.name': 'postgresql',
      'db.operation.name': 'INSERT',
      'db.query.summary': 'INSERT review',
      'afterword.gate.wait_ms': expect.any(Number) as number,
    },
  })
})

const [traceId, spanId] = ['4bf92f3577b34da6a3ce929d0e0e4736', '00f067aa0ba902b7']

test('a trace that a trusted caller began goes on, and apps/web is told to go on with it', async () => {
  const headers = { traceparent: `00-${traceId}-${spanId}-01` }
  let page = ''
  const { spans } = await traceOf(async (api) => {
    await submit(api, await submission(), headers)
    page = (await api.send('/operator', { headers })).text
  }, trusting)
  expect(new Set(spans.map((span) => span.traceId))).toEqual(new Set([traceId]))
  const servers = spans.filter(({ kind }) => kind === 'server')
  expect(servers.map((span) => span.parentSpanId)).toEqual([spanId, spanId])
  const pageSpan = servers.find(({ attributes }) => attributes['url.path'] === '/operator')
  expect(page).toContain(`00-${traceId}-${pageSpan?.spanId}-01`)
})

test('a stranger’s trace is linked to and decides nothing: neither the trace nor whether it is recorded', async () => {
  const { spans } = await traceOf(async (api) => {
    await submit(api, await submission(), { traceparent: `00-${traceId}-${spanId}-00` })
  })
  const [server, ...others] = spans.filter(({ kind }) => kind === 'server')
  expect(others).toEqual([])
  expect(server?.parentSpanId).toBe('')
  expect(server?.traceId).not.toBe(traceId)
  expect(server?.links).toEqual([{ traceId, spanId }])
})

/** A call whose body comes only after its headers were taken, as over a slow network. @returns the status */
const sendLate = async (api: ApiProcess, path: string, body: URLSearchParams | object): Promise<number> =>
  await new Promise((resolve, reject) => {
    const isForm = body instanceof URLSearchParams
    const text = isForm ? body.toString() : JSON.stringify(body)
    const call = httpRequest(`http://127.0.0.1:${api.port}${path}`, {
      method: 'POST',
      headers: {
        'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
        'content-length': String(text.length),
        'sec-fetch-site': 'same-origin',
        'x-app': '1',
        expect: '100-continue',
      },
    })
    call.once('continue', () => call.end(text))
    call.once('response', (answer) => resolve(answer.resume().statusCode ?? 0))
    call.once('error', reject)
    call.flushHeaders()
  })

test.each([
  [303, `/write/detail/${shop.code}/reviews`, true],
  [200, '/api/trpc/customer.review.submit', false],
])('a call whose body comes late is one trace too: %i', async (status, path, isForm) => {
  const content = await submission()
  const { spans, named } = await traceOf(async (api) => {
    const fields = Object.entries(content).map(([name, value]): [string, string] => [name, String(value)])
    expect(await sendLate(api, path, isForm ? new URLSearchParams(fields) : content)).toBe(status)
  })
  const server = spans.find(({ kind }) => kind === 'server')
  expect(server).toMatchObject({ attributes: { 'afterword.submission_id': content.submissionId } })
  expect(named('INSERT review')[0]).toMatchObject({
    traceId: server?.traceId,
    attributes: { 'afterword.request_id': server?.attributes['afterword.request_id'] },
  })
})

test('a refusal is no fault and names its code; a failure of ours is one', async () => {
  const { spans } = await traceOf(
    async (api) => {
      expect((await submit(api, { ...(await submission()), rating: 9 })).status).toBe(400)
      expect((await api.send('/api/nothing/here')).status).toBe(404)
      expect((await api.send('/operator')).status).toBe(503)
    },
    { WEB_URL: 'http://127.0.0.1:1' },
  )
  const servers = spans.filter(({ kind }) => kind === 'server')
  expect(
    servers.map(({ isError, attributes }) => [
      attributes['http.response.status_code'],
      attributes['error.type'],
      isError,
    ]),
  ).toEqual([
    [400, 'review.rating_required', false],
    [404, 'route.not_found', false],
    [503, 'unavailable', true],
  ])
})

test('calls that come in one request are one span, named as a batch, with a span for each', async () => {
  const names = ['customer.review.status', 'customer.reviewRequest.get']
  const { spans } = await traceOf(async (api) => {
    await api.send(`/api/trpc/${names.join(',')},no.such?batch=1&input=%7B%7D`)
  })
  const server = spans.find(({ kind }) => kind === 'server')
  expect(server).toMatchObject({ name: 'batch', attributes: { 'http.route': '/api/trpc/:path' } })
  expect(String(server?.attributes['afterword.procedure']).split(',').toSorted()).toEqual(names)
  const procedures = spans.filter(({ kind }) => kind === 'internal')
  expect(procedures.map(({ name }) => name).toSorted()).toEqual(names)
  expect(procedures.every(({ parentSpanId }) => parentSpanId === server?.spanId)).toBe(true)
})

test('a call whose caller went away ends its span all the same, and what its handler still does is in it', async () => {
  const body = await submission()
  const { spans, named } = await traceOf(async (api) => {
    await db.transaction(async (tx) => {
      // The handler waits for this lock while its caller leaves.
      await tx.execute(sql`lock table review in exclusive mode`)
      const leave = new AbortController()
      const call = fetch(`http://127.0.0.1:${api.port}/api/trpc/customer.review.submit`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', 'x-app': '1', origin: 'http://reviews.example' },
        signal: leave.signal,
      })
      for (;;) {
        const waiting = await db.execute(sql`select from pg_locks where not granted`)
        if (waiting.length > 0) break
      }
      leave.abort()
      await expect(call).rejects.toThrow('aborted')
    })
    await vi.waitFor(async () =>
      expect(await db.select().from(review).where(eq(review.submissionId, body.submissionId))).toHaveLength(1),
    )
  })
  const server = spans.find(({ kind }) => kind === 'server')
  expect(server?.attributes).toMatchObject({ 'afterword.closed_early': true })
  expect(server?.attributes).not.toHaveProperty('http.response.status_code')
  const [insert] = named('INSERT review')
  expect(insert).toMatchObject({ traceId: server?.traceId, isError: false })
  expect(named('customer.review.submit').find(({ kind }) => kind === 'internal')?.attributes).toMatchObject({
    'afterword.submission_id': body.submissionId,
  })
})

test('no span or log holds a link’s code, a cookie, an address or a query’s parameter', async () => {
  const secrets = {
    cookie: `secret-cookie-${randomUUID()}`,
    email: `somebody-${randomUUID()}@mail.example`,
    query: `secret-query-${randomUUID()}`,
    words: `secret words ${randomUUID()}`,
  }
  const { collector, api } = await traceOf(async (running) => {
    const cookie = `at=${secrets.cookie}`
    await submit(running, { ...(await submission()), body: secrets.words }, { cookie })
    await running.send(`/write/detail/${shop.code}?note=${secrets.query}`, { headers: { cookie } })
    await running.send(`/sign-in?next=${encodeURIComponent(`/write/detail/${shop.code}`)}&email=${secrets.email}`)
    await running.sendOwn('/api/trpc/customer.reviewLink.request', {
      shopAccessCode: shop.shop.accessCode,
      email: secrets.email,
    })
    await running.send(`/storefront/v1/${secrets.query}?q=${secrets.query}`)
    await running.send(`/api/trpc/customer.${secrets.query}`)
    // A statement that fails, whose error holds its parameters.
    await db.execute(sql`alter table review rename column body to hidden`)
    expect((await submit(running, { ...(await submission()), body: secrets.words }, { cookie })).status).toBe(500)
    await db.execute(sql`alter table review rename column hidden to body`)
  })
  expect(collector.spans().length).toBeGreaterThan(20)
  expect(collector.spans().some(({ attributes }) => attributes['url.path'] === '/write/detail/[code]')).toBe(true)
  expect(api.logLines()).toContain('call failed')
  for (const secret of [shop.code, secrets.cookie, secrets.email, secrets.words, 'note=', '?q=']) {
    expect(collector.text()).not.toContain(secret)
    expect(api.logLines()).not.toContain(secret)
  }
})

test('a log line of a call carries its request id, attempt id, trace and span', async () => {
  const attemptId = randomUUID()
  let requestId = ''
  const { api, spans } = await traceOf(async (running) => {
    await db.execute(sql`alter table review rename column body to hidden`)
    requestId = String(
      (await submit(running, await submission(), { 'x-attempt-id': attemptId })).headers['x-request-id'],
    )
    await db.execute(sql`alter table review rename column hidden to body`)
  })
  const server = spans.find(({ kind }) => kind === 'server')
  const line =
    api
      .logLines()
      .split('\n')
      .find((text) => text.includes('call failed')) ?? '{}'
  expect(JSON.parse(line)).toMatchObject({ requestId, attemptId, trace_id: server?.traceId, span_id: server?.spanId })
})

test('what a process does on its own account, and the probes of a balancer, are in no trace', async () => {
  const { spans } = await traceOf(async (api) => {
    expect((await api.send('/readyz')).status).toBe(200)
    await submit(api, await submission(), { 'x-attempt-id': randomUUID() })
  })
  expect(spans.filter(({ kind }) => kind === 'server')).toHaveLength(1)
  // Calls are noted in batches, beside the requests; the note of this one was written before the process ended.
  expect(await db.execute(sql`select from server_attempt`)).not.toEqual([])
  expect(spans.filter(({ name }) => name.includes('server_attempt'))).toEqual([])
})

test('a job carries the call that enqueued it', async () => {
  const { named } = await traceOf(async (api) => {
    await api.sendOwn('/api/trpc/customer.reviewLink.request', {
      shopAccessCode: shop.shop.accessCode,
      email: shop.customer.email,
    })
  })
  const [call] = named('customer.reviewLink.request')
  const [job] = await db.execute<{ traceparent: string }>(
    sql`select data->>'traceparent' as traceparent from pgboss.job where name = ${sendFreshLink.name} order by created_on desc limit 1`,
  )
  expect(job?.traceparent).toMatch(new RegExp(`^00-${call?.traceId}-[\\da-f]{16}-01$`))
})

test('OTEL_SERVICE_NAME, OTEL_RESOURCE_ATTRIBUTES, OTEL_EXPORTER_OTLP_HEADERS and OTEL_TRACES_SAMPLER are heeded', async () => {
  const { collector, spans } = await traceOf(async (api) => void (await submit(api, await submission())), {
    OTEL_SERVICE_NAME: 'reviews',
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=trial',
    OTEL_EXPORTER_OTLP_HEADERS: 'x-honeycomb-team=key',
  })
  expect(spans[0]?.resource).toMatchObject({ 'service.name': 'reviews', 'deployment.environment.name': 'trial' })
  expect(collector.headers()[0]).toMatchObject({ 'x-honeycomb-team': 'key' })
  const none = await traceOf(async (api) => void (await submit(api, await submission())), {
    OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
    OTEL_TRACES_SAMPLER_ARG: '0',
  })
  expect(none.spans).toEqual([])
})

test('without an endpoint nothing is exported and no SDK is loaded, and logs carry the ids all the same', async () => {
  const loading = { NODE_OPTIONS: `--import=${listLoaded.href}` }
  const attemptId = randomUUID()
  const work = async (api: ApiProcess): Promise<void> => {
    await db.execute(sql`alter table review rename column body to hidden`)
    await submit(api, await submission(), { 'x-attempt-id': attemptId })
    await db.execute(sql`alter table review rename column hidden to body`)
  }
  const on = await traceOf(work, loading)
  expect(on.api.logLines()).toMatch(/loaded .*@opentelemetry\/sdk-trace/)
  const off = await traceOf(work, { ...loading, OTEL_EXPORTER_OTLP_ENDPOINT: '' })
  expect(off.spans).toEqual([])
  expect(off.api.logLines()).not.toMatch(/loaded .*@opentelemetry\/(?!api\/)/)
  const line =
    off.api
      .logLines()
      .split('\n')
      .find((text) => text.includes('call failed')) ?? '{}'
  expect(JSON.parse(line)).toMatchObject({ attemptId, requestId: expect.stringMatching(/^[\da-f-]{36}$/) as string })
  expect(line).not.toContain('trace_id')
})

test('an endpoint that is no address keeps the process from starting and says so', async () => {
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4317' }
  await expect(startApiProcess({ databaseUrl: url, env })).rejects.toThrow('Set OTEL_EXPORTER_OTLP_ENDPOINT')
})
