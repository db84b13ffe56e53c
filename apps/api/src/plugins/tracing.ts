import { redactUrl } from '@afterword/logger'
import { toLogIds } from '@afterword/tracing/active-span'
import { describeCall, parseAttemptId } from '@afterword/tracing/call-ids'
import { withAttributes } from '@afterword/tracing/inherited-attributes'
import { describeFacts } from '@afterword/trpc/procedure/trace-procedure'
import {
  type Attributes,
  type Context,
  context,
  type Link,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from '@opentelemetry/api'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

declare module 'fastify' {
  interface FastifyRequest {
    /** The span of this request; null where nothing is traced. */
    span: Span | null
  }
}

/** Asked every few seconds, by machines, and always answered alike. */
const untraced: ReadonlySet<string> = new Set(['/healthz', '/readyz'])

const describeRequest = (request: FastifyRequest): Attributes => {
  const route = request.routeOptions.url
  return {
    'http.request.method': request.method,
    'url.path': redactUrl(request.url.split('?', 1)[0] ?? ''),
    ...(route === undefined ? {} : { 'http.route': route }),
  }
}

/** The connection is done with: answered, or left by its caller, whose handler may still be at work. */
const endSpan = (span: Span, request: FastifyRequest, { raw }: FastifyReply): void => {
  const facts = request.attempt ?? {}
  span.setAttributes(describeFacts(facts))
  if (facts.code !== undefined) span.setAttribute('error.type', facts.code)
  if (!raw.writableFinished) span.setAttribute('afterword.closed_early', true)
  if (raw.headersSent) {
    span.setAttribute('http.response.status_code', raw.statusCode)
    if (raw.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
  }
  span.end()
}

/** Whom apps/web goes on with: `traceparent` for a traced request, nothing for others. */
export const traceHeadersOf = (span: Span | null | undefined): Record<string, string> => {
  const headers: Record<string, string> = {}
  if (span !== null && span !== undefined) propagation.inject(trace.setSpan(ROOT_CONTEXT, span), headers)
  return headers
}

/** Names the span of a tRPC request after its procedures as they begin: an address may name others that do not exist. */
export const nameAfterProcedures = (span: Span): ((procedure: string) => void) => {
  const procedures: string[] = []
  return (procedure) => {
    procedures.push(procedure)
    span.updateName(procedures.length === 1 ? procedure : 'batch')
    span.setAttribute('afterword.procedure', procedures.join(','))
  }
}

interface TracingOptions {
  readonly tracer: Tracer | undefined
  /** Whether `traceparent` comes from a proxy of ours, and not from anybody. */
  readonly isCallerTrusted: (request: FastifyRequest) => boolean
}

/**
 * Whose trace a request belongs to: a trusted caller's goes on. A stranger's is linked to and decides nothing, for
 * it could have every call recorded, or hide its own among another's (as OpenTelemetry advises for public doors).
 */
const readCaller = (
  headers: FastifyRequest['headers'],
  isCallerTrusted: boolean,
): { parent: Context; links: Link[] } => {
  const told = propagation.extract(ROOT_CONTEXT, headers)
  if (isCallerTrusted) return { parent: told, links: [] }
  const caller = trace.getSpanContext(told)
  return { parent: ROOT_CONTEXT, links: caller === undefined ? [] : [{ context: caller }] }
}

/**
 * One span per request that is let in. Those that admission
 * refuses have none: under overload they are most of what comes, would cost more than their answer and
 * push the spans of those who were served out of the line (docs/decisions/020-traces-by-hand.md).
 */
export const installTracing = (app: FastifyInstance, { tracer, isCallerTrusted }: TracingOptions): void => {
  app.decorateRequest('span', null)
  if (tracer === undefined) return
  app.addHook('onRequest', (request, reply, done) => {
    if (untraced.has(request.routeOptions.url ?? '')) {
      done()
      return
    }
    const callIds = describeCall(request.id, parseAttemptId(request.headers['x-attempt-id']))
    const caller = readCaller(request.headers, isCallerTrusted(request))
    const parent = withAttributes(caller.parent, callIds)
    const name = `${request.method} ${request.routeOptions.url ?? ''}`.trim()
    const options = { kind: SpanKind.SERVER, attributes: describeRequest(request), links: caller.links }
    const span = tracer.startSpan(name, options, parent)
    request.span = span
    if (span.isRecording()) {
      request.attempt ??= {}
      request.log = request.log.child(toLogIds(span.spanContext()))
      reply.log = request.log
      reply.raw.once('close', () => endSpan(span, request, reply))
    }
    context.with(trace.setSpan(parent, span), done)
  })
}
