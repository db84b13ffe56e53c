import { authenticate, confirmSession } from '@afterword/auth/authenticate'
import { DomainError } from '@afterword/errors'
import { exportReviews } from '@afterword/services/operations/export/export-reviews'
import { decodeId } from '@afterword/validation/primitives/ids'
import compress from '@fastify/compress'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { Readable } from 'node:stream'
import { accessTokenOf } from '../session/access-token-of.ts'
import type { ApiDeps } from '../process/deps.ts'

/** Exports of one network address, per minute: each reads every review of the shop. */
const exportsPerMinute = 10

/** A page made for one shop must not carry off another's reviews. @throws DomainError `shop.changed` */
const requirePageShop = (request: FastifyRequest, shopId: string | null): void => {
  const pageShop = request.headers['x-shop']
  if (typeof pageShop === 'string' && decodeId('shop', pageShop) !== shopId) throw new DomainError('shop.changed')
}

/**
 * `POST /api/export/reviews.csv`: all reviews of the shop as a file, streamed. A POST, because it asks
 * the session's row and is written down like every act.
 */
export const exportRoutes =
  (deps: ApiDeps): FastifyPluginAsync =>
  async (app) => {
    await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] })
    const limited = { config: { rateLimit: { max: exportsPerMinute, timeWindow: '1 minute' } } }

    app.post('/api/export/reviews.csv', limited, async (request, reply) => {
      const caller = await authenticate(deps.auth, accessTokenOf(request, deps.isSecure))
      const principal = await confirmSession(deps.auth, caller)
      requirePageShop(request, principal.kind === 'member' ? principal.shopId : null)
      const pieces = await exportReviews({ ctx: { ...deps.service, principal, requestId: request.id } })
      const day = deps.service.now().toISOString().slice(0, 10)
      return await reply
        .headers({
          'cache-control': 'private, no-store',
          'content-disposition': `attachment; filename="reviews-${day}.csv"`,
        })
        .type('text/csv; charset=utf-8; header=present')
        // Byte mode: the stream asks for a page when it has room for one.
        .send(Readable.from(pieces, { objectMode: false }))
    })
  }
