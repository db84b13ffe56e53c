import proxy from '@fastify/http-proxy'
import type { FastifyPluginAsync } from 'fastify'
import { Agent, cacheStores, type Dispatcher, interceptors } from 'undici'
import { assetPrefix, isAsset } from '../admission/work-class-of.ts'
import type { ApiDeps } from '../process/deps.ts'
import { forwardTo } from './forward.ts'

/** Many times what one build has, so that pages of the build before still find theirs. */
const mostBytes = 64 * 1024 * 1024

/** The codings apps/web can answer in. */
const codings = ['br', 'gzip'] as const

/** Which of them a browser takes, in one order: a header of its own for each caller would be kept apart by each. */
const codingsOf = (accepted: string | readonly string[] = ''): string => {
  const named = [accepted]
    .flat()
    .join(',')
    .toLowerCase()
    .split(',')
    .map((part) => part.trim())
    .filter((part) => !/;\s*q=0(?:\.0*)?$/.test(part))
    .map((part) => part.split(';', 1)[0])
  const taken = codings.filter((coding) => named.includes(coding))
  return taken.length === 0 ? 'identity' : taken.join(', ')
}

/** Keeps answers to the addresses that a build has, and to none that a stranger makes up behind a `?`. */
const keepAssets = (dispatch: Dispatcher['dispatch']): Dispatcher['dispatch'] => {
  const store = new cacheStores.MemoryCacheStore({ maxSize: mostBytes })
  const keep = interceptors.cache({ store, methods: ['GET'] })(dispatch)
  return (options, handler) => (isAsset(options.path) ? keep : dispatch)(options, handler)
}

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
    const forward = forwardTo(deps)
    await app.register(proxy, {
      ...forward,
      replyOptions: {
        ...forward.replyOptions,
        rewriteRequestHeaders: (request, headers) => ({
          ...forward.replyOptions.rewriteRequestHeaders(request, headers),
          'accept-encoding': codingsOf(request.headers['accept-encoding']),
        }),
      },
      prefix: assetPrefix,
      rewritePrefix: assetPrefix,
      httpMethods: ['GET', 'HEAD'],
      undici: agent.compose(keepAssets),
    })
  }
