import { DomainError } from '@afterword/errors'
import proxy from '@fastify/http-proxy'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Readable } from 'node:stream'
import type { DatabaseWatch } from '../process/database-watch.ts'
import type { ApiDeps } from '../process/deps.ts'
import { isLinkMissLimited } from '../own-pages/link-misses.ts'
import { createLinkVisits, isLinkPage } from './link-visits.ts'
import { sendFailedPage } from './failed-page.ts'
import { isPageAnswer, sendLostPage } from '../own-pages/lost-page.ts'
import { installPagePolicy } from '../plugins/security-headers.ts'
import { forwardTo } from './forward.ts'

/** What apps/web answered, its headers already copied. */
interface UpstreamPage {
  readonly statusCode: number
  readonly stream: Readable
}

/** Addresses that programs call: what no route of ours answers there is a JSON 404, not a page. */
const isProgramAddress = (url: string): boolean => /^\/(?:api\/(?!auth\/)|storefront\/|webhooks\/)/.test(url)

/** Everything that is not answered here is a page: it goes to apps/web, on the same origin. */
export const pageRoutes =
  (deps: ApiDeps, database: DatabaseWatch): FastifyPluginAsync =>
  async (app) => {
    installPagePolicy(app, deps)
    const visits = createLinkVisits(deps)
    app.addHook('onClose', async () => await visits.close())
    /** Whether a link that opens nothing was one too many, and has been answered. */
    const isRefused = async (request: FastifyRequest, reply: FastifyReply): Promise<boolean> => {
      if (!isLinkPage(request)) return false
      try {
        return await isLinkMissLimited({ deps, request, reply })
      } catch (error) {
        // Anyone who looks for a lost link is told so, whether or not it could be counted.
        request.log.error({ err: error }, 'link miss not counted')
        return false
      }
    }
    const answer = async (request: FastifyRequest, reply: FastifyReply, page: UpstreamPage): Promise<void> => {
      // They speak of the connection between apps/web and us.
      reply.removeHeader('connection').removeHeader('keep-alive')
      visits.note(request, page.statusCode)
      if (page.statusCode >= 500) return await sendFailedPage(database, { request, reply }, page.stream)
      if (page.statusCode === 404 && isPageAnswer(reply)) {
        // An upstream that breaks off meanwhile must not take this process with it.
        page.stream.on('error', () => undefined)
        if ((await isRefused(request, reply)) || (await sendLostPage(deps, request, reply))) {
          // Read to its end, so that the connection to apps/web can be used again.
          page.stream.resume()
          return
        }
      }
      await reply.send(page.stream)
    }
    const forward = forwardTo(deps)
    await app.register(proxy, {
      ...forward,
      prefix: '/',
      websocket: deps.isDevelopment,
      replyOptions: {
        ...forward.replyOptions,
        onResponse: (request, reply, page) =>
          // The proxy's types say a bare stream; what it hands on is the answer with its status.
          void answer(request as FastifyRequest, reply as FastifyReply, page as unknown as UpstreamPage),
      },
      preHandler: (request, _reply, done) => {
        done(isProgramAddress(request.url) ? new DomainError('route.not_found') : undefined)
      },
    })
  }
