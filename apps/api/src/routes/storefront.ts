import { DomainError } from '@afterword/errors'
import { getSummary } from '@afterword/services/storefront/get-summary'
import { listPublicReviews } from '@afterword/services/storefront/list-public-reviews'
import { voteHelpful } from '@afterword/services/storefront/vote-helpful'
import { decodeId } from '@afterword/validation/ids'
import { publicReviewPageSchema, publicSummarySchema } from '@afterword/validation/storefront'
import { listPublicReviewsSchema } from '@afterword/validation/storefront-query'
import compress from '@fastify/compress'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { hash } from 'node:crypto'
import type { z } from 'zod'
import type { ApiDeps } from '../deps.ts'

interface ProductParams {
  shopAccessCode: string
  platformProductId: string
}

/** Votes from one network, per minute. */
const votesPerMinute = 20

/**
 * Sends public JSON that caches may keep but must ask about again: an unchanged answer costs a 304,
 * a newly published review is seen at once. The schema names every field that leaves.
 */
const sendPublic = async (
  exchange: { request: FastifyRequest; reply: FastifyReply },
  schema: z.ZodType,
  data: unknown,
): Promise<FastifyReply> => {
  const { request, reply } = exchange
  const body = JSON.stringify(schema.parse(data))
  const etag = `W/"${hash('sha256', body, 'base64url').slice(0, 27)}"`
  void reply.headers({ etag, 'cache-control': 'public, max-age=0, must-revalidate', vary: 'accept-encoding' })
  const known = request.headers['if-none-match']?.split(',').map((tag) => tag.trim())
  if (known?.includes(etag) === true) return await reply.code(304).send()
  return await reply.type('application/json; charset=utf-8').send(body)
}

/** The public JSON of a shop's products, for any origin. */
export const storefrontRoutes =
  (deps: ApiDeps): FastifyPluginAsync =>
  async (app) => {
    const { service } = deps
    await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] })

    app.addHook('onRequest', (_request, reply, done) => {
      void reply.headers({ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' })
      done()
    })
    app.options('/storefront/*', async (_request, reply) => {
      void reply.headers({
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-headers': 'content-type',
        'access-control-max-age': '86400',
      })
      return await reply.code(204).send()
    })

    app.get<{ Params: ProductParams }>(
      '/storefront/v1/:shopAccessCode/products/:platformProductId/summary',
      async (request, reply) =>
        await sendPublic(
          { request, reply },
          publicSummarySchema,
          await getSummary({ ctx: service, input: request.params }),
        ),
    )

    app.get<{ Params: ProductParams }>(
      '/storefront/v1/:shopAccessCode/products/:platformProductId/reviews',
      async (request, reply) => {
        const query = listPublicReviewsSchema.safeParse(request.query)
        if (!query.success) throw new DomainError('input.invalid', { cause: query.error })
        const { limit, ...rest } = query.data
        const input = { ...request.params, ...rest, pageSize: limit }
        return await sendPublic(
          { request, reply },
          publicReviewPageSchema,
          await listPublicReviews({ ctx: service, input }),
        )
      },
    )

    app.post<{ Params: { shopAccessCode: string; reviewId: string } }>(
      '/storefront/v1/:shopAccessCode/reviews/:reviewId/helpful',
      { config: { rateLimit: { max: votesPerMinute, timeWindow: '1 minute' } } },
      async (request) => {
        const reviewId = decodeId('review', request.params.reviewId)
        if (reviewId === null) throw new DomainError('review.not_found')
        const { shopAccessCode } = request.params
        return await voteHelpful({ ctx: service, input: { shopAccessCode, reviewId, address: request.ip } })
      },
    )
  }
