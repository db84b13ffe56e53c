import { DomainError, httpStatusByKind } from '@afterword/errors'
import { requestFreshLink } from '@afterword/services/asking/link/request-fresh-link'
import { requestLinkAgain } from '@afterword/services/asking/link/request-link-again'
import type { ServiceContext } from '@afterword/services/kernel/context'
import { parseEmail } from '@afterword/validation/primitives/email'
import formbody from '@fastify/formbody'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import type { ApiDeps } from '../process/deps.ts'
import { isLinkMissLimited } from '../own-pages/link-misses.ts'
import { describeFailure, noteFailure } from '../plugins/error-handler.ts'
import { originOf } from '../process/request-origin.ts'
import { languageFor } from '../own-pages/reader-language.ts'
import { sendAgainPage, sendFormAgainPage } from '../own-pages/send-again-page.ts'
import { isFormPost } from '../own-pages/wait-page.ts'
import { readFields, seeOther, textOf } from './form-fields.ts'
import { readReviewForm, storeOrKeep, writeReviewForm } from './review-form.ts'
import { unsubscribeRoute } from './unsubscribe.ts'

/** How long to wait before another try, as the page reads it out of its address. */
const waitOf = ({ details }: DomainError) => {
  const seconds = details?.['retryAfterSeconds']
  return typeof seconds === 'number' ? { retry: String(seconds) } : {}
}

/** Whether a failure is none of the sender's: the same form may be taken a moment later. */
const isForLater = (error: unknown): boolean => httpStatusByKind[describeFailure(error).kind] >= 500

/**
 * The customer pages' forms, at stable addresses, for browsers without JavaScript and pages opened
 * before a deployment. Each answers 303 back to its page.
 */
export const customerFormRoutes =
  (deps: ApiDeps): FastifyPluginAsync =>
  async (app) => {
    await app.register(formbody, { bodyLimit: 256 * 1024 })
    // A person's browser is sent to the page, which says in words what a JSON body would say in codes.
    app.setErrorHandler(async (error, request, reply) => {
      if (isForLater(error) && isFormPost(request, request.url)) {
        noteFailure(error, request, reply)
        const page = sendFormAgainPage(readFields(request), languageFor(request, request.url))
        return await reply.type('text/html; charset=utf-8').send(page)
      }
      if (!(error instanceof DomainError && error.kind === 'not_found')) throw error
      if (await isLinkMissLimited({ deps, request, reply }, error)) return reply
      return await seeOther(reply, request.url.replace(/\/reviews(?:\?.*)?$/, ''), {})
    })
    const contextOf = (request: FastifyRequest): ServiceContext => ({
      ...deps.service,
      principal: { kind: 'anonymous' },
      requestId: request.id,
      trace: request.attempt ?? undefined,
    })

    app.post<{ Params: { code: string } }>('/write/detail/:code/reviews', async (request, reply) => {
      const ctx = contextOf(request)
      const form = readReviewForm(request.params.code, request.body)
      const isEdit = textOf(request.body, 'edit') === '1'
      const outcome = await storeOrKeep(ctx, form, isEdit).catch(async (failure: unknown) => {
        if (!isForLater(failure) || !isFormPost(request, request.url)) throw failure
        noteFailure(failure, request, reply)
        const page = sendAgainPage(writeReviewForm(form, isEdit), languageFor(request, request.url))
        await reply.type('text/html; charset=utf-8').send(page)
        return undefined
      })
      if (outcome === undefined) return reply
      const back = `/write/detail/${encodeURIComponent(request.params.code)}`
      return await seeOther(reply, back, { item: form.lineItemId, ...outcome })
    })

    // The form of a dead link's page names no address of its own: the page must be the same for every code.
    app.post<{ Params: { code: string } }>('/write/detail/:code', async (request, reply) => {
      try {
        const input = { code: request.params.code, origin: originOf(request) }
        await requestLinkAgain({ ctx: contextOf(request), input })
      } catch (error) {
        if (!(error instanceof DomainError && error.code === 'rate.limited')) throw error
        return await seeOther(reply, '/write/link-again', { error: error.code, ...waitOf(error) })
      }
      return await seeOther(reply, '/write/link-again', { sent: '1' })
    })

    app.post<{ Params: { shopAccessCode: string } }>(
      '/write/login/:shopAccessCode',
      { config: { rateLimit: { max: 20, timeWindow: '1 minute' } } },
      async (request, reply) => {
        const { shopAccessCode } = request.params
        const email = textOf(request.body, 'email').trim()
        const back = `/write/login/${encodeURIComponent(shopAccessCode)}`
        if (parseEmail(email) === null) return await seeOther(reply, back, { error: 'email.invalid', email })
        await requestFreshLink({ ctx: contextOf(request), input: { shopAccessCode, email } })
        return await seeOther(reply, back, { sent: '1' })
      },
    )

    await app.register(unsubscribeRoute(contextOf))
  }
