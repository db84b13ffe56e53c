import { withAttributes } from '@afterword/tracing/inherited-attributes'
import { noteFailure } from '@afterword/tracing/run-in-span'
import { type Attributes, type Link, propagation, ROOT_CONTEXT, SpanKind, trace, type Tracer } from '@opentelemetry/api'
import type { JobResult, JobWithMetadata } from 'pg-boss'

/** Where a job's data holds the span that enqueued it, beside what its schema names. */
const field = 'traceparent'

/** A job's data with the span that enqueues it; unchanged outside of a trace. */
export const withTraceparent = (data: object, traceparent: string | undefined): object =>
  traceparent === undefined ? data : { ...data, [field]: traceparent }

const linksOf = (data: unknown): Link[] => {
  const { [field]: traceparent } = Object(data) as Record<string, unknown>
  const context = trace.getSpanContext(propagation.extract(ROOT_CONTEXT, { [field]: traceparent }))
  return context === undefined ? [] : [{ context }]
}

/** @see https://opentelemetry.io/docs/specs/semconv/messaging/messaging-spans/ */
const describeJob = (job: JobWithMetadata): Attributes => ({
  'messaging.system': 'pg-boss',
  'messaging.operation.type': 'process',
  'messaging.destination.name': job.name,
  'messaging.message.id': job.id,
  'afterword.job.attempt': job.retryCount + 1,
})

/**
 * Runs one try of a job as a trace of its own, linked to the call that enqueued it: a job may run days
 * later and more than once, and would tear that call's trace apart as a child.
 */
export const traceJob = async (
  tracer: Tracer,
  job: JobWithMetadata,
  run: () => Promise<JobResult>,
): Promise<JobResult> => {
  const parent = withAttributes(ROOT_CONTEXT, { 'afterword.job.id': job.id })
  const options = { kind: SpanKind.CONSUMER, attributes: describeJob(job), links: linksOf(job.data) }
  return await tracer.startActiveSpan(`process ${job.name}`, options, parent, async (span) => {
    const result = await run()
    const { reason } = Object(result.output) as { reason?: string }
    if (result.status !== 'completed') noteFailure(span, { type: reason ?? 'internal', isFault: true })
    span.end()
    return result
  })
}
