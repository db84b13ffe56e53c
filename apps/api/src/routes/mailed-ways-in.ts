import { createLinkCookie } from '@afterword/auth/cookies'
import { createSession } from '@afterword/auth/create-session'
import { readLinkCookie } from '@afterword/auth/read-cookies'
import { resetPassword } from '@afterword/auth/reset-password'
import { signInWithLink } from '@afterword/auth/sign-in-link'
import type { ServiceContext } from '@afterword/services/kernel/context'
import { requestSignInMail } from '@afterword/services/people/account/request-sign-in-mail'
import { readLocalPath } from '@afterword/validation/primitives/local-path'
import {
  magicLinkSchema,
  magicLinkUseSchema,
  newPasswordSchema,
  passwordResetSchema,
} from '@afterword/validation/session/schema'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import type { ApiDeps } from '../process/deps.ts'
import { askerOf, originOf } from '../process/request-origin.ts'
import { giveSession, readBody } from '../session/session-transport.ts'

const anonymous = ({ service }: ApiDeps, { id: requestId }: FastifyRequest): ServiceContext => ({
  ...service,
  principal: { kind: 'anonymous' },
  requestId,
})

/**
 * Ways in by mail: `/api/session/password-reset`, ended by `…/complete`, and `/api/session/magic-link`, ended by
 * `…/consume`.
 */
export const mailedWayInRoutes =
  (deps: ApiDeps): FastifyPluginAsync =>
  async (app) => {
    const { auth, isSecure } = deps

    app.addHook('onRequest', async (_request, reply) => {
      void reply.header('cache-control', 'no-store')
    })

    app.post('/api/session/password-reset', async (request, reply) => {
      const { email } = readBody(passwordResetSchema, request.body)
      const input = { purpose: 'password_reset', email, asker: askerOf(request, isSecure) } as const
      await requestSignInMail({ ctx: anonymous(deps, request), input })
      return await reply.code(202).send({ sent: true })
    })

    app.post('/api/session/password-reset/complete', async (request, reply) => {
      const origin = originOf(request)
      const { userId, isFirst } = await resetPassword(auth, readBody(newPasswordSchema, request.body), origin)
      // Somebody who has just chosen their first password is not asked for it again.
      const tokens = isFirst ? await createSession(auth, userId, { origin, amr: ['otp'] }) : null
      if (tokens === null) return { changed: true, isSignedIn: false }
      return await giveSession(deps, reply, {
        tokens,
        transport: 'cookie',
        extra: { changed: true, isSignedIn: true },
      })
    })

    app.post('/api/session/magic-link', async (request, reply) => {
      const { email, next } = readBody(magicLinkSchema, request.body)
      const input = {
        purpose: 'sign_in',
        email,
        nextPath: readLocalPath(next) ?? '/',
        asker: askerOf(request, isSecure),
      } as const
      const { browserSecret } = await requestSignInMail({ ctx: anonymous(deps, request), input })
      void reply.header('set-cookie', createLinkCookie(browserSecret, isSecure))
      return await reply.code(202).send({ sent: true })
    })

    app.post('/api/session/magic-link/consume', async (request, reply) => {
      const body = readBody(magicLinkUseSchema, request.body)
      const browserSecret = readLinkCookie(request.headers.cookie, isSecure)
      const { tokens, nextPath } = await signInWithLink(auth, { ...body, browserSecret }, originOf(request))
      void reply.header('set-cookie', createLinkCookie('', isSecure))
      return await giveSession(deps, reply, {
        tokens,
        transport: 'cookie',
        extra: { next: readLocalPath(nextPath) ?? '/' },
      })
    })
  }
