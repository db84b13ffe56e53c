import { DomainError } from '@afterword/errors'
import { describeCalls } from '@afterword/trpc/calls'
import { describeFailure } from '@afterword/trpc/procedure/error-map'
import { type AppRouter, appRouter } from '@afterword/trpc/root'
import { mostCalls } from '@afterword/validation/primitives/batch'
import { type HTTPBaseHandlerOptions, resolveResponse } from '@trpc/server/http'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { accessTokenOf } from '../session/access-token-of.ts'
import type { ApiDeps } from '../process/deps.ts'
import { originOf } from '../process/request-origin.ts'
import { retryAfterSeconds } from '../plugins/error-handler.ts'
import { nameAfterProcedures } from '../plugins/tracing.ts'

/** Calls of one network that have mail sent; the form that asks for a link has the same limit. */
const mailsPerMinute = 20

const pageShopOf = (request: FastifyRequest): string | undefined => {
  const shop = request.headers['x-shop']
  return typeof shop === 'string' ? shop : undefined
}

type Reporting = Required<Pick<HTTPBaseHandlerOptions<AppRouter, FastifyRequest>, 'responseMeta' | 'onError'>>

const responseMeta: Reporting['responseMeta'] = ({ ctx, errors }) => {
  const headers = new Headers(ctx?.replyHeaders)
  headers.set('cache-control', 'private, no-store')
  const isAway = errors.some((error) => describeFailure(error).kind === 'unavailable')
  const waits = errors.map((error) => describeFailure(error).details?.['retryAfterSeconds'])
  const wait = waits.find((seconds) => typeof seconds === 'number')
  if (wait !== undefined) headers.set('retry-after', String(wait))
  if (isAway) headers.set('retry-after', String(retryAfterSeconds))
  return { headers }
}

const onError: Reporting['onError'] = ({ error, path, req }) => {
  const failure = describeFailure(error)
  if (req.attempt !== null) req.attempt.code = failure.code
  if (failure.kind !== 'internal' && failure.kind !== 'unavailable') return
  req.log.error({ err: failure.cause ?? failure, code: failure.code, procedure: path }, 'call failed')
}

/**
 * What tRPC reads of a request: address, method, the headers that say how it is written, and the body as text. Not
 * `trpc-accept`, which asks for an answer in pieces: ours is one text with its length.
 */
const toFetchRequest = (request: FastifyRequest): Request => {
  const headers = new Headers()
  for (const name of ['content-type', 'accept']) {
    const value = request.headers[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  const { method, body } = request
  // The host is nowhere looked at.
  return new Request(`http://api${request.url}`, { method, headers, body: typeof body === 'string' ? body : null })
}

/**
 * `/api/trpc/{procedure}`. Answers are personal, so nothing may keep them. tRPC's own adapter sends each answer
 * as a stream in pieces; here it is one text with its length. Bodies are JSON.
 */
export const trpcRoutes =
  (deps: ApiDeps): FastifyPluginAsync =>
  async (app) => {
    const limit = app.rateLimit({ max: mailsPerMinute, timeWindow: '1 minute' })
    app.addHook('preHandler', async (request, reply) => {
      const { path = '' } = Object(request.params) as { path?: string }
      // tRPC would decode it once more, and run what nobody has judged.
      if (path.includes('%')) throw new DomainError('request.invalid')
      const { count, isMailing } = describeCalls(path)
      if (count > mostCalls) throw new DomainError('batch.too_large')
      if (!isMailing) return
      // A batch of one counts as one, but what says that it is a batch may have been read by nobody.
      if (count > 1) throw new DomainError('batch.not_allowed')
      await limit.call(app, request, reply)
    })
    app.removeContentTypeParser('application/json')
    app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body))

    app.all<{ Params: { path: string } }>('/api/trpc/:path', async (request, reply) => {
      const response = await resolveResponse<AppRouter>({
        router: appRouter,
        req: toFetchRequest(request),
        path: request.params.path,
        maxBatchSize: mostCalls,
        error: null,
        responseMeta,
        onError: (failed) => onError({ ...failed, req: request }),
        createContext: async () => ({
          deps: deps.service,
          auth: deps.auth,
          accessToken: accessTokenOf(request, deps.isSecure),
          pageShop: pageShopOf(request),
          origin: originOf(request),
          requestId: request.id,
          replyHeaders: new Headers(),
          trace: request.attempt ?? undefined,
          tracer: deps.tracer,
          onProcedure: request.span === null ? undefined : nameAfterProcedures(request.span),
        }),
      })
      for (const [name, value] of response.headers) void reply.header(name, value)
      return await reply.code(response.status).send(await response.text())
    })
  }
