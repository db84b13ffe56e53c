import { buildWidget } from '@afterword/widget/build'
import compress from '@fastify/compress'
import type { FastifyPluginAsync } from 'fastify'
import type { ApiDeps } from '../process/deps.ts'
import { isKnownTag, tagOf } from './known-tag.ts'

/** How long a browser may use the script before it asks again, in seconds. */
const maxAgeSeconds = 300

/** `GET /storefront/v1/widget.js`: the embed, bundled once when the process starts. */
export const widgetRoutes =
  ({ service }: Pick<ApiDeps, 'service'>): FastifyPluginAsync =>
  async (app) => {
    const script = await buildWidget({ publicOrigin: new URL(service.publicUrl).origin })
    const etag = tagOf(script)
    await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] })

    app.get('/storefront/v1/widget.js', async (request, reply) => {
      void reply.headers({ etag, 'cache-control': `public, max-age=${maxAgeSeconds}`, vary: 'accept-encoding' })
      if (isKnownTag(request.headers['if-none-match'], etag)) return await reply.code(304).send()
      return await reply.type('text/javascript; charset=utf-8').send(script)
    })
  }
