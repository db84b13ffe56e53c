import { readAll, readFields, readNumber, readOne } from './read-protobuf.ts'

type Value = string | number | boolean
type Values = Readonly<Record<string, Value>>

/** A span as it arrived at a collector. */
export interface ReceivedSpan {
  readonly name: string
  readonly traceId: string
  readonly spanId: string
  /** Empty for the first of a trace. */
  readonly parentSpanId: string
  readonly kind: 'internal' | 'server' | 'client' | 'producer' | 'consumer'
  readonly isError: boolean
  readonly attributes: Values
  readonly links: readonly { readonly traceId: string; readonly spanId: string }[]
  /** Attributes of the process it comes from. */
  readonly resource: Values
  readonly durationMs: number
}

const kinds = ['internal', 'internal', 'server', 'client', 'producer', 'consumer'] as const
const errorStatus = 2

/** `AnyValue`: a text, a truth, a whole number or another. */
const readValue = (message: Buffer): Value => {
  const [[number, value] = [0, Buffer.alloc(0)]] = readFields(message)
  if (typeof value === 'bigint') return number === 2 ? value === 1n : Number(value)
  return number === 4 ? value.readDoubleLE(0) : value.toString('utf8')
}

const readAttributes = (message: Buffer, number: number): Values =>
  Object.fromEntries(
    readAll(message, number).map((pair) => [readOne(pair, 1).toString('utf8'), readValue(readOne(pair, 2))]),
  )

const hex = (message: Buffer, number: number): string => readOne(message, number).toString('hex')

const readSpan = (span: Buffer, resource: Values): ReceivedSpan => ({
  name: readOne(span, 5).toString('utf8'),
  traceId: hex(span, 1),
  spanId: hex(span, 2),
  parentSpanId: hex(span, 4),
  kind: kinds[readNumber(span, 6)] ?? 'internal',
  isError: readNumber(readOne(span, 15), 3) === errorStatus,
  attributes: readAttributes(span, 9),
  links: readAll(span, 13).map((link) => ({ traceId: hex(link, 1), spanId: hex(link, 2) })),
  resource,
  durationMs: Number(readOne(span, 8).readBigUInt64LE() - readOne(span, 7).readBigUInt64LE()) / 1e6,
})

/**
 * The spans of an `ExportTraceServiceRequest`.
 *
 * @see https://github.com/open-telemetry/opentelemetry-proto/blob/main/opentelemetry/proto/trace/v1/trace.proto
 */
export const readSpans = (request: Buffer): ReceivedSpan[] =>
  readAll(request, 1).flatMap((resourceSpans) => {
    const resource = readAttributes(readOne(resourceSpans, 1), 1)
    const scopes = readAll(resourceSpans, 2)
    return scopes.flatMap((scope) => readAll(scope, 2).map((span) => readSpan(span, resource)))
  })
