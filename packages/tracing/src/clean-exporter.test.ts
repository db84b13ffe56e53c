import { SpanKind, SpanStatusCode } from '@opentelemetry/api'
import { ExportResultCode } from '@opentelemetry/core'
import { InMemorySpanExporter, SimpleSpanProcessor, type SpanExporter, TracerProvider } from '@opentelemetry/sdk-trace'
import { expect, test } from 'vitest'
import { createCleanExporter } from './clean-exporter.ts'

const code = 'c'.repeat(64)
const ignore = (): void => undefined

test('a library’s span leaves without addresses, statements, messages and stacks', () => {
  const memory = new InMemorySpanExporter()
  const processor = new SimpleSpanProcessor({ exporter: createCleanExporter(memory, ignore) })
  const tracer = new TracerProvider({ spanProcessors: [processor] }).getTracer('next.js')
  const attributes = {
    'http.target': `/write/detail/${code}?rating=5`,
    'http.route': '/write/detail/[code]',
    'url.path': `/write/detail/${code}`,
    'next.span_name': `GET /write/detail/${code}`,
    'next.span_type': 'BaseServer.handleRequest',
    'drizzle.query.params': '["somebody@mail.example"]',
  }
  const span = tracer.startSpan(`fetch GET https://login.example/?code=${code}`, { kind: SpanKind.SERVER, attributes })
  span.addLink({ context: span.spanContext(), attributes: { 'http.target': code } })
  span.recordException(new TypeError('params: somebody@mail.example'))
  span.setStatus({ code: SpanStatusCode.ERROR, message: 'params: somebody@mail.example' })
  span.end()
  const [sent] = memory.getFinishedSpans()
  expect(sent).toMatchObject({
    name: 'fetch GET https://login.example/',
    status: { code: SpanStatusCode.ERROR },
    attributes: {
      'http.route': '/write/detail/[code]',
      'url.path': '/write/detail/[code]',
      'next.span_type': 'BaseServer.handleRequest',
    },
    events: [{ name: 'exception', attributes: { 'exception.type': 'TypeError' } }],
  })
  const { resource: _, ...said } = sent ?? {}
  expect(JSON.stringify(said)).not.toMatch(/ccc|somebody|message|stacktrace/)
})

test('a collector that goes away and comes back is told of twice, however many exports fail', () => {
  let isAway = false
  const exporter: SpanExporter = {
    export: (_, done) => done({ code: isAway ? ExportResultCode.FAILED : ExportResultCode.SUCCESS }),
    shutdown: async () => await Promise.resolve(),
  }
  const told: boolean[] = []
  const clean = createCleanExporter(exporter, ({ isReachable }) => told.push(isReachable))
  for (const away of [false, true, true, true, false, false]) {
    isAway = away
    clean.export([], ignore)
  }
  expect(told).toEqual([false, true])
})
