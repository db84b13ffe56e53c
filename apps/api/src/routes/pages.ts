import { DomainError, toErrorBody } from '@afterword/errors'
import proxy from '@fastify/http-proxy'
import type { Span } from '@opentelemetry/api'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Readable } from 'node:stream'
import type { ApiDeps } from '../deps.ts'
import { isLinkMissLimited } from '../link-misses.ts'
import { createLinkVisits, isLinkPage } from '../link-visits.ts'
import { isCustomerPage, sendLostPage } from '../lost-page.ts'
import { retryAfterSeconds } from '../plugins/error-handler.ts'
import { traceHeadersOf } from '../plugins/tracing.ts'

/** What apps/web has for the beginning of a page, and for each further part. */
const pageTimeoutMs = 20_000

/** What apps/web is told of who asked for what. */
interface PageRequest {
  readonly id?: string
  readonly host?: string
  readonly protocol?: string
  readonly span?: Span | null
}

interface ProxyReply {
  readonly request: { readonly id: string; readonly span?: Span | null }
  header(name: string, value: string): ProxyReply
  code(status: number): ProxyReply
  send(body: unknown): unknown
}

/** What apps/web answered, its headers already copied. */
interface UpstreamPage {
  readonly statusCode: number
  readonly stream: Readable
}

/** Addresses that programs call: what no route of ours answers there is a JSON 404, not a page. */
const isProgramAddress = (url: string): boolean => /^\/(?:api\/(?!auth\/)|storefront\/|webhooks\/)/.test(url)

/** Everything that is not answered here is a page: it goes to apps/web, on the same origin. */
export const pageRoutes =
  (deps: ApiDeps): FastifyPluginAsync =>
  async (app) => {
    const visits = createLinkVisits(deps)
    app.addHook('onClose', async () => await visits.close())
    /** Whether a link that opens nothing was one too many, and has been answered. */
    const isRefused = async (request: FastifyRequest, reply: FastifyReply): Promise<boolean> => {
      if (!isLinkPage(request)) return false
      try {
        return await isLinkMissLimited({ deps, request, reply })
      } catch (error) {
        // Whoever looks for a lost link is told so, whether or not it could be counted.
        request.log.error({ err: error }, 'link miss not counted')
        return false
      }
    }
    const answer = async (request: FastifyRequest, reply: FastifyReply, page: UpstreamPage): Promise<void> => {
      visits.note(request, page.statusCode)
      if (page.statusCode === 404 && isCustomerPage(request, reply)) {
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
    const forward = {
      upstream: deps.webUrl,
      http2: false,
      // Its lines would hold whole addresses, link codes included.
      disableRequestLogging: true,
      replyOptions: {
        timeout: pageTimeoutMs,
        rewriteRequestHeaders: (request: PageRequest, headers: object) => ({
          ...headers,
          ...traceHeadersOf(request.span),
          host: request.host,
          'x-forwarded-host': request.host,
          'x-forwarded-proto': request.protocol,
          'x-request-id': request.id,
        }),
        onError: (reply: ProxyReply) => {
          const failure = new DomainError('unavailable')
          reply.request.span?.setAttribute('error.type', failure.code)
          reply.header('retry-after', String(retryAfterSeconds)).code(503).send(toErrorBody(failure, reply.request.id))
        },
      },
    }
    await app.register(proxy, {
      ...forward,
      prefix: '/',
      websocket: deps.isDevelopment,
      replyOptions: {
        ...forward.replyOptions,
        onResponse: (request, reply, page) =>
          void answer(request as FastifyRequest, reply as FastifyReply, page as unknown as UpstreamPage),
      },
      preHandler: (request, _reply, done) => {
        done(isProgramAddress(request.url) ? new DomainError('route.not_found') : undefined)
      },
    })
  }
