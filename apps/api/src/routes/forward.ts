import { callerHeader, signCaller } from '@afterword/auth/caller-header'
import { DomainError, toErrorBody } from '@afterword/errors'
import type { Span } from '@opentelemetry/api'
import type { FastifyRequest } from 'fastify'
import type { ApiDeps } from '../process/deps.ts'
import { retryAfterSeconds } from '../plugins/error-handler.ts'
import { traceHeadersOf } from '../plugins/tracing.ts'
import { pageInstead } from '../own-pages/wait-page.ts'

/** What apps/web has for the beginning of an answer, and for each further part. */
const webTimeoutMs = 20_000

/** A stranger's trace ends here, whether or not this process has one of its own for the request. */
const withoutTrace = (headers: object): object => {
  const { traceparent: _parent, tracestate: _state, baggage: _baggage, ...rest } = headers as Record<string, unknown>
  return rest
}

/** What apps/web is told of who asked for what. */
interface ForwardedRequest {
  readonly id?: string
  readonly host?: string
  readonly protocol?: string
  readonly ip?: string
  readonly url?: string
  readonly span?: Span | null
}

interface ForwardedReply {
  readonly request: Pick<FastifyRequest, 'id' | 'method' | 'headers' | 'url'> & { readonly span?: Span | null }
  header(name: string, value: string): ForwardedReply
  code(status: number): ForwardedReply
  type(contentType: string): ForwardedReply
  send(body: unknown): unknown
}

/** How a request is handed to apps/web, and what is answered when that is away. */
export const forwardTo = ({ webUrl, service }: Pick<ApiDeps, 'webUrl' | 'service'>) => ({
  upstream: webUrl,
  http2: false,
  // Its lines would hold whole addresses, link codes included.
  disableRequestLogging: true,
  replyOptions: {
    timeout: webTimeoutMs,
    rewriteRequestHeaders: (request: ForwardedRequest, headers: object) => ({
      ...withoutTrace(headers),
      ...traceHeadersOf(request.span),
      [callerHeader]: signCaller(service.keyring, request.ip ?? ''),
      host: request.host,
      'x-forwarded-host': request.host,
      'x-forwarded-proto': request.protocol,
      'x-request-id': request.id,
      // Next does not tell a layout which page it is for.
      'x-page-path': request.url,
    }),
    onError: (reply: ForwardedReply) => {
      const { request } = reply
      const failure = new DomainError('unavailable')
      request.span?.setAttribute('error.type', failure.code)
      reply.header('retry-after', String(retryAfterSeconds)).code(503)
      const page = pageInstead('away', request, request.url)
      if (page === undefined) reply.send(toErrorBody(failure, request.id))
      else reply.type('text/html; charset=utf-8').send(page)
    },
  },
})
