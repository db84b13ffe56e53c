import { describeFailure } from '@afterword/trpc/error-map'
import { type AppRouter, appRouter } from '@afterword/trpc/root'
import { fastifyTRPCPlugin, type FastifyTRPCPluginOptions } from '@trpc/server/adapters/fastify'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { accessTokenOf } from '../access-token-of.ts'
import type { ApiDeps } from '../deps.ts'
import { originOf } from '../request-origin.ts'
import { retryAfterSeconds } from '../plugins/error-handler.ts'
import { nameAfterProcedures } from '../plugins/tracing.ts'

/** The procedure that sends mail to whoever is named; its form has the same limit. */
const mailingProcedure = 'customer.reviewLink.request'
const mailsPerMinute = 20

const pageShopOf = (request: FastifyRequest): string | undefined => {
  const shop = request.headers['x-shop']
  return typeof shop === 'string' ? shop : undefined
}

/** `/api/trpc/{procedure}`. Answers are personal, so nothing may keep them. */
export const trpcRoutes =
  (deps: ApiDeps): FastifyPluginAsync =>
  async (app) => {
    const options: FastifyTRPCPluginOptions<AppRouter> = {
      prefix: '/api/trpc',
      trpcOptions: {
        router: appRouter,
        createContext: ({ req }) => ({
          deps: deps.service,
          auth: deps.auth,
          accessToken: accessTokenOf(req, deps.isSecure),
          pageShop: pageShopOf(req),
          origin: originOf(req),
          requestId: req.id,
          replyHeaders: new Headers(),
          trace: req.attempt ?? undefined,
          tracer: deps.tracer,
          onProcedure: req.span === null ? undefined : nameAfterProcedures(req.span),
        }),
        responseMeta({ ctx, errors }) {
          const headers = new Headers(ctx?.replyHeaders)
          headers.set('cache-control', 'private, no-store')
          const isAway = errors.some((error) => describeFailure(error).kind === 'unavailable')
          const waits = errors.map((error) => describeFailure(error).details?.['retryAfterSeconds'])
          const wait = waits.find((seconds) => typeof seconds === 'number')
          if (wait !== undefined) headers.set('retry-after', String(wait))
          if (isAway) headers.set('retry-after', String(retryAfterSeconds))
          return { headers }
        },
        onError({ error, path, req }) {
          const failure = describeFailure(error)
          if (req.attempt !== null) req.attempt.code = failure.code
          if (failure.kind !== 'internal' && failure.kind !== 'unavailable') return
          req.log.error({ err: failure.cause ?? failure, code: failure.code, procedure: path }, 'call failed')
        },
      },
    }
    const limit = app.rateLimit({ max: mailsPerMinute, timeWindow: '1 minute' })
    app.addHook('preHandler', async (request, reply) => {
      // `path` is decoded and may name several procedures of one batch.
      const { path } = Object(request.params) as { path?: string }
      if (path?.includes(mailingProcedure) === true) await limit.call(app, request, reply)
    })
    await app.register(fastifyTRPCPlugin, options)
  }
