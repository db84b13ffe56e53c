import { type Span, type SpanContext, trace, TraceFlags } from '@opentelemetry/api'

/** The span of the work at hand while it is recorded; undefined once it has ended, and where nothing is traced. */
export const recordingSpan = (): Span | undefined => {
  const span = trace.getActiveSpan()
  return span?.isRecording() === true ? span : undefined
}

/** A span's ids, named as logs are correlated. */
export const toLogIds = ({ traceId, spanId }: SpanContext): { trace_id: string; span_id: string } => ({
  trace_id: traceId,
  span_id: spanId,
})

/** What a log line written now says of the trace it belongs to; nothing outside of one. */
export const activeLogIds = (): Record<string, string> => {
  const span = recordingSpan()
  return span === undefined ? {} : toLogIds(span.spanContext())
}

/**
 * The work at hand as a `traceparent`, for what is done later on its behalf; undefined outside of a trace.
 *
 * @see https://www.w3.org/TR/trace-context/#traceparent-header
 */
export const activeTraceparent = (): string | undefined => {
  const span = recordingSpan()
  if (span === undefined) return undefined
  const { traceId, spanId, traceFlags } = span.spanContext()
  return `00-${traceId}-${spanId}-0${traceFlags & TraceFlags.SAMPLED}`
}
