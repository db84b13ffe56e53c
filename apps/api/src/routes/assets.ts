import proxy from '@fastify/http-proxy'
import type { FastifyPluginAsync } from 'fastify'
import { Agent, cacheStores, interceptors } from 'undici'
import { assetPrefix } from '../admission/work-class-of.ts'
import type { ApiDeps } from '../deps.ts'
import { forwardTo } from './forward.ts'

/** Many times what one build has, so that pages of the build before still find theirs. */
const mostBytes = 64 * 1024 * 1024

/**
 * `GET /_next/static/*`: scripts, styles and fonts. Asked of apps/web once, then kept here as long as its
 * `cache-control` allows: a page that was let in has all its parts, whatever apps/web is busy with, and one that
 * was opened before a new release still finds its own.
 */
export const assetRoutes =
  (deps: ApiDeps): FastifyPluginAsync =>
  async (app) => {
    const agent = new Agent()
    app.addHook('onClose', async () => await agent.close())
    const store = new cacheStores.MemoryCacheStore({ maxSize: mostBytes })
    await app.register(proxy, {
      ...forwardTo(deps),
      prefix: assetPrefix,
      rewritePrefix: assetPrefix,
      httpMethods: ['GET', 'HEAD'],
      undici: agent.compose(interceptors.cache({ store, methods: ['GET'] })),
    })
  }
