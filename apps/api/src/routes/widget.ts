import { buildWidget } from '@afterword/widget/build'
import compress from '@fastify/compress'
import type { FastifyPluginAsync } from 'fastify'
import { createHash } from 'node:crypto'

/** How long a browser may use the script before it asks again, in seconds. */
const maxAgeSeconds = 300

/** `GET /storefront/v1/widget.js`: the embed, bundled once when the process starts. */
export const widgetRoutes: FastifyPluginAsync = async (app) => {
  const script = await buildWidget()
  const etag = `W/"${createHash('sha256').update(script).digest('base64url').slice(0, 27)}"`
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] })

  app.get('/storefront/v1/widget.js', async (request, reply) => {
    void reply.headers({
      etag,
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': `public, max-age=${maxAgeSeconds}`,
      vary: 'accept-encoding',
    })
    if (request.headers['if-none-match'] === etag) return await reply.code(304).send()
    return await reply.type('text/javascript; charset=utf-8').send(script)
  })
}
