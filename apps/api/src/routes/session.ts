import type { SessionTokens } from '@afterword/auth/auth'
import { clearSessionCookies, createSessionCookies, readSessionCookies } from '@afterword/auth/cookies'
import { toLocalPath } from '@afterword/auth/local-path'
import { rotateSession } from '@afterword/auth/rotate'
import { signInWithPassword } from '@afterword/auth/sign-in'
import { signOut } from '@afterword/auth/sign-out'
import { DomainError } from '@afterword/errors'
import { refreshSchema, signInSchema } from '@afterword/validation/session'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { ApiDeps } from '../deps.ts'
import { originOf } from '../request-origin.ts'

type Transport = 'cookie' | 'bearer'

/** Guesses from one network address, per minute. */
const attemptsPerMinute = 30

const toBody = (tokens: SessionTokens) => ({
  accessToken: tokens.accessToken,
  accessExpiresAt: tokens.accessExpiresAt.toISOString(),
  refreshToken: tokens.refreshToken,
  refreshExpiresAt: tokens.refreshExpiresAt.toISOString(),
})

/** A person's own click on a link to us, not a prefetch and not another page's picture. */
const isNavigation = (request: FastifyRequest): boolean =>
  request.headers['sec-fetch-mode'] === 'navigate' &&
  request.headers['sec-fetch-dest'] === 'document' &&
  request.headers['sec-purpose'] === undefined

/** How the caller holds its session; a body that cannot be read says nothing, and cookies are the rule. */
const transportOf = (body: unknown): Transport => refreshSchema.safeParse(body ?? {}).data?.transport ?? 'cookie'

/** Ends only what the person must end: an infrastructure failure never touches a cookie. */
const isEnded = (error: unknown): boolean => error instanceof DomainError && error.kind === 'unauthenticated'

/**
 * `POST /api/session` signs in, `…/refresh` rotates, `…/sign-out` ends. With
 * `{"transport":"bearer"}` tokens travel in JSON bodies and no cookie is set. `GET …/refresh?next=`
 * renews on the way to a page.
 */
export const sessionRoutes =
  (deps: ApiDeps): FastifyPluginAsync =>
  async (app) => {
    const { auth, isSecure } = deps
    const limited = { config: { rateLimit: { max: attemptsPerMinute, timeWindow: '1 minute' } } }

    const give = async (reply: FastifyReply, tokens: SessionTokens, transport: Transport) => {
      void reply.header('cache-control', 'no-store')
      if (transport === 'bearer') return await reply.send(toBody(tokens))
      void reply.header('set-cookie', createSessionCookies(tokens, { isSecure, now: auth.now() }))
      return await reply.send({ accessExpiresAt: tokens.accessExpiresAt.toISOString() })
    }

    const refreshTokenOf = (
      request: FastifyRequest,
      body: { refreshToken?: string | undefined; transport: Transport },
    ) =>
      body.transport === 'bearer'
        ? body.refreshToken
        : readSessionCookies(request.headers.cookie, isSecure).refreshToken

    app.addHook('onError', async (request, reply, error) => {
      const { refreshToken } = readSessionCookies(request.headers.cookie, isSecure)
      const isCookieCall = refreshToken !== undefined && transportOf(request.body) === 'cookie'
      if (request.url.startsWith('/api/session/refresh') && isCookieCall && isEnded(error)) {
        void reply.header('set-cookie', clearSessionCookies(isSecure))
      }
    })

    app.post('/api/session', limited, async (request, reply) => {
      const body = signInSchema.safeParse(request.body)
      if (!body.success) throw new DomainError('input.invalid', { cause: body.error })
      const tokens = await signInWithPassword(auth, body.data, originOf(request))
      return await give(reply, tokens, body.data.transport)
    })

    app.post('/api/session/refresh', limited, async (request, reply) => {
      const body = refreshSchema.safeParse(request.body ?? {})
      if (!body.success) throw new DomainError('input.invalid', { cause: body.error })
      const token = refreshTokenOf(request, body.data)
      if (token === undefined) throw new DomainError('session.ended')
      return await give(reply, await rotateSession(auth, token, originOf(request)), body.data.transport)
    })

    app.get<{ Querystring: { next?: string } }>('/api/session/refresh', limited, async (request, reply) => {
      if (!isNavigation(request)) throw new DomainError('origin.refused')
      const next = toLocalPath(request.query.next)
      const token = readSessionCookies(request.headers.cookie, isSecure).refreshToken
      void reply.header('cache-control', 'no-store')
      try {
        if (token === undefined) throw new DomainError('session.ended')
        const tokens = await rotateSession(auth, token, originOf(request))
        void reply.header('set-cookie', createSessionCookies(tokens, { isSecure, now: auth.now() }))
        return await reply.redirect(next, 303)
      } catch (error) {
        if (!isEnded(error)) throw error
        void reply.header('set-cookie', clearSessionCookies(isSecure))
        return await reply.redirect(`/sign-in?next=${encodeURIComponent(next)}`, 303)
      }
    })

    app.post('/api/session/sign-out', async (request, reply) => {
      const body = refreshSchema.safeParse(request.body ?? {})
      if (!body.success) throw new DomainError('input.invalid', { cause: body.error })
      await signOut(auth, refreshTokenOf(request, body.data), originOf(request))
      void reply.header('cache-control', 'no-store')
      if (body.data.transport === 'cookie') void reply.header('set-cookie', clearSessionCookies(isSecure))
      return await reply.send({ signedOut: true })
    })
  }
