import { describeFailure } from '@afterword/trpc/error-map'
import { type AppRouter, appRouter } from '@afterword/trpc/root'
import { fastifyTRPCPlugin, type FastifyTRPCPluginOptions } from '@trpc/server/adapters/fastify'
import type { FastifyPluginAsync } from 'fastify'
import { accessTokenOf } from '../access-token-of.ts'
import type { ApiDeps } from '../deps.ts'
import { retryAfterSeconds } from '../plugins/error-handler.ts'

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
          requestId: req.id,
        }),
        responseMeta({ errors }) {
          const headers = new Headers([['cache-control', 'private, no-store']])
          const isAway = errors.some((error) => describeFailure(error).kind === 'unavailable')
          if (isAway) headers.set('retry-after', String(retryAfterSeconds))
          return { headers }
        },
        onError({ error, path, req }) {
          const failure = describeFailure(error)
          if (failure.kind !== 'internal' && failure.kind !== 'unavailable') return
          req.log.error({ err: failure.cause ?? failure, code: failure.code, procedure: path }, 'call failed')
        },
      },
    }
    await app.register(fastifyTRPCPlugin, options)
  }
