import { DomainError } from '@afterword/errors'
import type { ServiceContext } from '@afterword/services/kernel/context'
import { resubscribe } from '@afterword/services/asking/subscription/resubscribe'
import { unsubscribe } from '@afterword/services/asking/subscription/unsubscribe'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { seeOther, textOf } from './form-fields.ts'
import { isOneClick, readOwnForm } from './one-click.ts'

const noBody = Buffer.alloc(0)

const isMediaType = /^[\w.+-]+\/[\w.+-]+ *(?:;[^]*)?$/

/** Longest body: multipart headers and a few fields. */
const bodyLimit = 64 * 1024

/**
 * The address in a mail's `List-Unsubscribe` header and of the page's form: mail services post to it on the customer's
 * behalf, people by the form.
 */
export const unsubscribeRoute =
  (contextOf: (request: FastifyRequest) => ServiceContext): FastifyPluginAsync =>
  async (app) => {
    // Mail services post what they like: every type is read, a form's as well, and none is refused for its name.
    app.removeAllContentTypeParsers()
    app.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit },
      async (_request: FastifyRequest, body: Buffer) => await Promise.resolve(body),
    )
    // Fastify refuses a type that is none before it looks for who reads it.
    app.addHook('onRequest', async (request) => {
      const type = request.headers['content-type']
      if (type !== undefined && !isMediaType.test(type)) request.headers['content-type'] = 'application/octet-stream'
    })
    app.post<{ Params: { code: string } }>('/write/unsubscribe/:code', async (request, reply) => {
      const { code } = request.params
      const ctx = contextOf(request)
      const body = Buffer.isBuffer(request.body) ? request.body : noBody
      if (isOneClick({ body, isFromBrowser: request.headers['sec-fetch-site'] !== undefined })) {
        await unsubscribe({ ctx, input: { code } })
        return await reply.send({ unsubscribed: true })
      }
      const form = readOwnForm(body, request.headers['content-type'])
      if (form === null) throw new DomainError('body.invalid')
      const act = textOf(form, 'action') === 'resubscribe' ? resubscribe : unsubscribe
      const back = `/write/unsubscribe/${encodeURIComponent(code)}`
      try {
        await act({ ctx, input: { code, typedEmail: textOf(form, 'email') } })
      } catch (error) {
        if (!(error instanceof DomainError && error.kind === 'unprocessable')) throw error
        return await seeOther(reply, back, { error: error.code })
      }
      return await seeOther(reply, back, {})
    })
  }
