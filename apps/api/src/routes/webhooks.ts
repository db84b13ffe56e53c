import { DomainError, toErrorBody } from '@afterword/errors'
import type { ServiceDeps } from '@afterword/services/kernel/context'
import { receiveWebhook } from '@afterword/services/platform/webhook/receive-webhook'
import type { FastifyError, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'

/** The platform's largest messages are well below; more is not one of them. */
const bodyLimitBytes = 2 * 1024 * 1024

const headerOf = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}

const bodyOf = ({ body }: FastifyRequest): Uint8Array => (Buffer.isBuffer(body) ? body : new Uint8Array(0))

/**
 * Bodies that fastify could not read: 413 (RFC 9110) for one too large, `body.invalid` for a malformed
 * content type or length. Everything else goes to the server's handler as it is.
 */
const answerUnreadable = async (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return await reply.code(413).send(toErrorBody(new DomainError('body.too_large'), request.id))
  }
  const isUnreadable = typeof error.code === 'string' && error.code.startsWith('FST_ERR_CTP_')
  throw isUnreadable ? new DomainError('body.invalid', { cause: error }) : error
}

/**
 * `POST /webhooks/shopify`: the door for a shop's platform. The signature is over the raw bytes, so
 * within this plugin no body is parsed, whatever its content type says.
 *
 * Answers 200 when the message is stored (also a repeated or nonsensical one), 404 `shop.not_found`,
 * 401 `webhook.signature_invalid`, 400 `webhook.id_missing` and `body.invalid`, 413 `body.too_large`. Errors are thrown
 * for the server's error handler.
 */
export const webhookRoutes =
  (deps: ServiceDeps): FastifyPluginAsync =>
  async (app) => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: bodyLimitBytes }, (_request, body, done) => {
      done(null, body)
    })
    app.setErrorHandler(answerUnreadable)

    app.post('/webhooks/shopify', { bodyLimit: bodyLimitBytes }, async (request) => {
      const received = await receiveWebhook({
        ctx: { ...deps, principal: { kind: 'anonymous' }, requestId: request.id },
        input: {
          shopDomain: headerOf(request, 'x-shopify-shop-domain'),
          topic: headerOf(request, 'x-shopify-topic'),
          webhookId: headerOf(request, 'x-shopify-webhook-id'),
          signature: headerOf(request, 'x-shopify-hmac-sha256'),
          body: bodyOf(request),
        },
      })
      return { received }
    })
  }
