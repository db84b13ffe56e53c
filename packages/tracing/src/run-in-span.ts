import { type Attributes, type Span, type SpanKind, SpanStatusCode, type Tracer } from '@opentelemetry/api'

/** What a span says of a failure: its stable code, and whether it is a fault or merely an answer. */
export interface SpanFailure {
  readonly type: string
  readonly isFault: boolean
}

export interface SpanOptions {
  readonly name: string
  readonly kind: SpanKind
  readonly attributes?: Attributes
  /** Reads a thrown error. Unless given: its `code` or else its name, and a fault. */
  readonly describeError?: (error: unknown) => SpanFailure
}

const describeAny = (error: unknown): SpanFailure => {
  if (!(error instanceof Error)) return { type: typeof error, isFault: true }
  return { type: 'code' in error && typeof error.code === 'string' ? error.code : error.name, isFault: true }
}

/** Notes on a span how its work failed. Messages stay out: they may hold people's data. */
export const noteFailure = (span: Span, { type, isFault }: SpanFailure): void => {
  span.setAttribute('error.type', type)
  if (isFault) span.setStatus({ code: SpanStatusCode.ERROR })
}

/** Runs work as a span of the context at hand, which ends with it; what it throws is noted and thrown on. */
export const runInSpan = async <T>(
  tracer: Tracer,
  { name, kind, attributes = {}, describeError = describeAny }: SpanOptions,
  work: (span: Span) => Promise<T>,
): Promise<T> =>
  await tracer.startActiveSpan(name, { kind, attributes }, async (span) => {
    try {
      return await work(span)
    } catch (error) {
      noteFailure(span, describeError(error))
      throw error
    } finally {
      span.end()
    }
  })
