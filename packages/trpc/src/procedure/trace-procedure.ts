import { DomainError } from '@afterword/errors'
import type { CallTrace } from '@afterword/services/kernel/call-trace'
import { runInSpan, type SpanFailure } from '@afterword/tracing/run-in-span'
import { type Attributes, SpanKind } from '@opentelemetry/api'
import { TRPCError } from '@trpc/server'
import type { RequestContext } from './context.ts'

/** What a call came to know of itself, as attributes of its spans. */
export const describeFacts = ({ shopId, submissionId }: CallTrace): Attributes => ({
  ...(shopId === undefined ? {} : { 'afterword.shop_id': shopId }),
  ...(submissionId === undefined ? {} : { 'afterword.submission_id': submissionId }),
})

/** A refusal is an answer like another; only what is ours to mend is a fault. */
const describeError = (error: unknown): SpanFailure => {
  const failure = error instanceof TRPCError ? error.cause : error
  if (!(failure instanceof DomainError)) return { type: 'internal', isFault: true }
  return { type: failure.code, isFault: failure.kind === 'internal' || failure.kind === 'unavailable' }
}

/** Runs a procedure as a span named after it. */
export const traceProcedure = async <T>(
  { tracer, trace = {}, onProcedure }: Pick<RequestContext, 'tracer' | 'trace' | 'onProcedure'>,
  procedure: string,
  run: () => Promise<T>,
): Promise<T> => {
  if (tracer === undefined) return await run()
  onProcedure?.(procedure)
  const attributes = { 'afterword.procedure': procedure }
  return await runInSpan(
    tracer,
    { name: procedure, kind: SpanKind.INTERNAL, attributes, describeError },
    async (span) => {
      try {
        return await run()
      } finally {
        span.setAttributes(describeFacts(trace))
      }
    },
  )
}
