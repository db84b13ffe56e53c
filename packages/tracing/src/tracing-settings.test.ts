import { SamplingDecision } from '@opentelemetry/sdk-trace'
import { ROOT_CONTEXT, SpanKind } from '@opentelemetry/api'
import { expect, test } from 'vitest'
import { createSampler } from './create-sampler.ts'
import { readTracingSettings } from './tracing-settings.ts'

const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' }

test.each([
  {},
  { OTEL_EXPORTER_OTLP_ENDPOINT: '' },
  { OTEL_TRACES_SAMPLER: 'always_on' },
  { ...endpoint, OTEL_SDK_DISABLED: 'true' },
  { ...endpoint, OTEL_TRACES_EXPORTER: 'none' },
])('nothing is traced without an endpoint, nor when it is turned off: %j', (variables) => {
  expect(readTracingSettings(variables)).toBeNull()
})

test('either endpoint turns tracing on', () => {
  expect(readTracingSettings(endpoint)).toEqual({ sampler: '', samplerArgument: '' })
  expect(
    readTracingSettings({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://api.honeycomb.io/v1/traces' }),
  ).not.toBeNull()
})

test.each(['collector:4317', 'grpc://collector', 'collector'])(
  'an endpoint that is no address is refused: %s',
  (text) => {
    expect(() => readTracingSettings({ OTEL_EXPORTER_OTLP_ENDPOINT: text })).toThrow('Set OTEL_EXPORTER_OTLP_ENDPOINT')
  },
)

test.each([
  ['', '', true],
  ['parentbased_always_on', '', true],
  ['parentbased_always_off', '', false],
  ['always_on', '', true],
  ['always_off', '', false],
  ['traceidratio', '0', false],
  ['parentbased_traceidratio', '', true],
  ['parentbased_traceidratio', '1', true],
])('the sampler %j with %j takes a trace: %j', (sampler, samplerArgument, isTaken) => {
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'
  const made = createSampler({ sampler, samplerArgument })
  const { decision } = made.shouldSample(ROOT_CONTEXT, traceId, 'name', SpanKind.SERVER, {}, [])
  expect(decision === SamplingDecision.RECORD_AND_SAMPLED).toBe(isTaken)
})

test.each([
  ['often', ''],
  ['traceidratio', '2'],
  ['parentbased_traceidratio', 'half'],
])('a sampler that does not exist, or a share that is none, is refused: %s %s', (sampler, samplerArgument) => {
  expect(() => createSampler({ sampler, samplerArgument })).toThrow('Set OTEL_TRACES_SAMPLER')
})

test('a trace begins with a request or a job, and with nothing else', () => {
  const sampler = createSampler({ sampler: 'always_on', samplerArgument: '' })
  const taken = [SpanKind.SERVER, SpanKind.CONSUMER, SpanKind.INTERNAL, SpanKind.CLIENT, SpanKind.PRODUCER].filter(
    (kind) =>
      sampler.shouldSample(ROOT_CONTEXT, 'f'.repeat(32), 'name', kind, {}, []).decision ===
      SamplingDecision.RECORD_AND_SAMPLED,
  )
  expect(taken).toEqual([SpanKind.SERVER, SpanKind.CONSUMER])
})
