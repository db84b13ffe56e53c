import { DomainError } from '@afterword/errors'
import { getSummaries } from '@afterword/services/storefront/public/get-summaries'
import { getSummary } from '@afterword/services/storefront/public/get-summary'
import { listPublicReviews } from '@afterword/services/storefront/public/list-public-reviews'
import { voteHelpful } from '@afterword/services/storefront/public/vote-helpful'
import { decodeId } from '@afterword/validation/primitives/ids'
import {
  publicReviewPageSchema,
  publicSummariesSchema,
  publicSummarySchema,
} from '@afterword/validation/storefront/schema'
import { listPublicReviewsSchema, storefrontProductsSchema } from '@afterword/validation/storefront/query'
import compress from '@fastify/compress'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { ApiDeps } from '../process/deps.ts'
import { isKnownTag, tagOf } from './known-tag.ts'

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
  const etag = tagOf(body)
  void reply.headers({ etag, 'cache-control': 'public, max-age=0, must-revalidate', vary: 'accept-encoding' })
  if (isKnownTag(request.headers['if-none-match'], etag)) return await reply.code(304).send()
  return await reply.type('application/json; charset=utf-8').send(body)
}

const readQuery = <Schema extends z.ZodType>(schema: Schema, request: FastifyRequest): z.infer<Schema> => {
  const query = schema.safeParse(request.query)
  if (!query.success) throw new DomainError('input.invalid', { cause: query.error })
  return query.data
}

/** The public JSON of a shop's products, for any origin (door/open-storefront.ts). */
export const storefrontRoutes =
  (deps: ApiDeps): FastifyPluginAsync =>
  async (app) => {
    const { service } = deps
    await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] })

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

    app.get<{ Params: { shopAccessCode: string } }>(
      '/storefront/v1/:shopAccessCode/summaries',
      async (request, reply) => {
        const { products } = readQuery(storefrontProductsSchema, request)
        const input = { ...request.params, platformProductIds: products }
        return await sendPublic({ request, reply }, publicSummariesSchema, await getSummaries({ ctx: service, input }))
      },
    )

    app.get<{ Params: ProductParams }>(
      '/storefront/v1/:shopAccessCode/products/:platformProductId/reviews',
      async (request, reply) => {
        const { limit, ...rest } = readQuery(listPublicReviewsSchema, request)
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
