import type { Origin } from '@afterword/auth/auth'
import { authenticate, confirmSession } from '@afterword/auth/authenticate'
import { changePassword } from '@afterword/auth/change-password'
import { createAccessCookie, createLinkCookie } from '@afterword/auth/cookies'
import { readLinkCookie } from '@afterword/auth/read-cookies'
import type { Principal } from '@afterword/auth/principal'
import { countTokenMiss } from '@afterword/auth/count-token-miss'
import { createSession } from '@afterword/auth/create-session'
import { resetPassword } from '@afterword/auth/reset-password'
import { signInWithLink } from '@afterword/auth/sign-in-link'
import { stepUp } from '@afterword/auth/step-up'
import { switchShop } from '@afterword/auth/switch-shop'
import { DomainError } from '@afterword/errors'
import { requestSignInMail } from '@afterword/services/people/account/request-sign-in-mail'
import { acceptInvitation } from '@afterword/services/people/invitation/accept-invitation'
import type { ServiceContext } from '@afterword/services/kernel/context'
import { readLocalPath } from '@afterword/validation/primitives/local-path'
import {
  acceptInvitationSchema,
  changePasswordSchema,
  magicLinkSchema,
  magicLinkUseSchema,
  newPasswordSchema,
  passwordResetSchema,
  stepUpSchema,
  switchShopSchema,
} from '@afterword/validation/session/schema'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { accessTokenOf } from '../session/access-token-of.ts'
import type { ApiDeps } from '../process/deps.ts'
import { askerOf, originOf } from '../process/request-origin.ts'
import { giveSession, readBody } from '../session/session-transport.ts'

/** Somebody who is signed in, and the generation of the token that says so. */
type SignedIn = Extract<Principal, { kind: 'member' | 'operator' }> & { readonly gen: number }

/**
 * What people do with their own account besides signing in: `/api/session/step-up`, `…/shop`,
 * `…/password`, `…/password-reset`, `…/magic-link` (each with `/consume` or `/complete` where a mailed
 * link ends it) and `…/invitation`.
 */
export const accountRoutes =
  (deps: ApiDeps): FastifyPluginAsync =>
  async (app) => {
    const { auth, isSecure } = deps

    /** @throws DomainError of the access token or the session */
    const signedIn = async (request: FastifyRequest): Promise<SignedIn> => {
      const caller = await authenticate(auth, accessTokenOf(request, isSecure))
      const principal = await confirmSession(auth, caller)
      if (principal.kind !== 'member' && principal.kind !== 'operator') throw new DomainError('access_token.missing')
      return { ...principal, gen: caller.gen }
    }

    /** Who is signed in here, if anybody. */
    const visitor = async (request: FastifyRequest): Promise<SignedIn | null> => {
      try {
        return await signedIn(request)
      } catch (error) {
        if (error instanceof DomainError && error.kind === 'unauthenticated') return null
        throw error
      }
    }

    const anonymous = (request: FastifyRequest): ServiceContext => ({
      ...deps.service,
      principal: { kind: 'anonymous' },
      requestId: request.id,
    })

    /** The same session, with the time and means of its proof, for another shop. */
    const goOnInShop = async (reply: FastifyReply, own: SignedIn, to: { shopId: string; origin: Origin }) => {
      const { userId, sessionId, gen } = own
      const access = await switchShop(auth, { userId, sessionId, gen }, to)
      void reply.header('set-cookie', createAccessCookie(access.accessToken, isSecure))
      return { accessExpiresAt: access.accessExpiresAt.toISOString() }
    }

    app.addHook('onRequest', async (_request, reply) => {
      void reply.header('cache-control', 'no-store')
    })

    app.post('/api/session/step-up', async (request) => {
      const principal = await signedIn(request)
      const { password } = readBody(stepUpSchema, request.body)
      await stepUp(auth, principal, { password, origin: originOf(request) })
      return { steppedUp: true }
    })

    app.post('/api/session/shop', async (request, reply) => {
      const own = await signedIn(request)
      const { shopId } = readBody(switchShopSchema, request.body)
      return await goOnInShop(reply, own, { shopId, origin: originOf(request) })
    })

    app.post('/api/session/password', async (request, reply) => {
      const principal = await signedIn(request)
      const { transport, ...passwords } = readBody(changePasswordSchema, request.body)
      const tokens = await changePassword(auth, principal, { ...passwords, origin: originOf(request) })
      return await giveSession(deps, reply, { tokens, transport })
    })

    app.post('/api/session/password-reset', async (request, reply) => {
      const { email } = readBody(passwordResetSchema, request.body)
      const input = { purpose: 'password_reset', email, asker: askerOf(request, isSecure) } as const
      await requestSignInMail({ ctx: anonymous(request), input })
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
      const { browserSecret } = await requestSignInMail({ ctx: anonymous(request), input })
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

    app.post('/api/session/invitation', async (request, reply) => {
      const body = readBody(acceptInvitationSchema, request.body)
      const origin = originOf(request)
      const visiting = await visitor(request)
      const input = { ...body, signedInUserId: visiting?.userId, origin, requestId: request.id }
      const { userId, shopId, provedBy } = await countTokenMiss(
        auth,
        origin,
        async () => await acceptInvitation({ deps: deps.service, input }),
      )
      if (visiting !== null && provedBy === 'session') return await goOnInShop(reply, visiting, { shopId, origin })
      const tokens = await createSession(auth, userId, { origin, amr: ['pwd'], shopId })
      if (tokens === null) throw new DomainError('sign_in.refused')
      return await giveSession(deps, reply, { tokens, transport: 'cookie' })
    })
  }
