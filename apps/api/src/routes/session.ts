import { clearSessionCookies, createSessionCookies } from '@afterword/auth/cookies'
import { readSessionCookies } from '@afterword/auth/read-cookies'
import { countAttempt, networkOf } from '@afterword/auth/count-attempt'
import { attemptLimits } from '@afterword/auth/limits'
import { rotateSession } from '@afterword/auth/rotate'
import { signInWithPassword } from '@afterword/auth/sign-in'
import { signOut } from '@afterword/auth/sign-out'
import type { SessionTokens } from '@afterword/auth/auth'
import { DomainError } from '@afterword/errors'
import { readLocalPath } from '@afterword/validation/primitives/local-path'
import { refreshSchema, signInSchema } from '@afterword/validation/session/schema'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import type { ApiDeps } from '../process/deps.ts'
import { askerOf, originOf } from '../process/request-origin.ts'
import { giveSession, readBody, straysOf, type Transport } from '../session/session-transport.ts'

/**
 * A person's own click on a link to us, not a prefetch and not another page's picture. Browsers say so, but not over
 * plain http to another machine; there, what asks for a page and is no part of one counts.
 */
const isNavigation = ({ headers }: FastifyRequest, isSecure: boolean): boolean => {
  if (headers['sec-purpose'] !== undefined || headers['purpose'] !== undefined) return false
  const mode = headers['sec-fetch-mode']
  if (mode !== undefined || isSecure) return mode === 'navigate' && headers['sec-fetch-dest'] === 'document'
  return headers['rsc'] === undefined && headers.accept?.includes('text/html') === true
}

/** How the caller holds its session; a body that cannot be read says nothing, and cookies are the rule. */
const transportOf = (body: unknown): Transport => refreshSchema.safeParse(body ?? {}).data?.transport ?? 'cookie'

/** Whether the session is over. Neither a failure of ours nor a token that is not ours touches a cookie. */
const isEnded = (error: unknown): boolean =>
  error instanceof DomainError && (error.code === 'session.ended' || error.code === 'session.reused')

/**
 * `POST /api/session` signs in, `…/refresh` rotates, `…/sign-out` ends. With
 * `{"transport":"bearer"}` tokens travel in JSON bodies and no cookie is set. `GET …/refresh?next=`
 * renews on the way to a page.
 */
export const sessionRoutes =
  (deps: ApiDeps): FastifyPluginAsync =>
  async (app) => {
    const { auth, isSecure } = deps

    const refreshTokenOf = (
      request: FastifyRequest,
      body: { refreshToken?: string | undefined; transport: Transport },
    ) =>
      body.transport === 'bearer'
        ? body.refreshToken
        : readSessionCookies(request.headers.cookie, isSecure).refreshToken

    /** Tokens that are not ours are counted, so that nobody tries many; good ones never wait for that. */
    const refresh = async (request: FastifyRequest, token: string | undefined): Promise<SessionTokens> => {
      if (token === undefined) throw new DomainError('session.ended')
      const origin = originOf(request)
      try {
        return await rotateSession(auth, token, origin)
      } catch (error) {
        if (!(error instanceof DomainError) || error.code !== 'access_token.invalid') throw error
        const { isOver, retryAfterSeconds } = await countAttempt(auth, attemptLimits.refreshNetwork, networkOf(origin))
        throw isOver ? new DomainError('rate.limited', { details: { retryAfterSeconds } }) : error
      }
    }

    const clearCookies = (request: FastifyRequest): string[] => [
      ...straysOf(deps, request),
      ...clearSessionCookies(isSecure),
    ]

    app.addHook('onError', async (request, reply, error) => {
      const { refreshToken } = readSessionCookies(request.headers.cookie, isSecure)
      const isCookieCall = refreshToken !== undefined && transportOf(request.body) === 'cookie'
      if (request.url.startsWith('/api/session/refresh') && isCookieCall && isEnded(error)) {
        void reply.header('set-cookie', clearCookies(request))
      }
    })

    app.post('/api/session', async (request, reply) => {
      const { transport, ...credentials } = readBody(signInSchema, request.body)
      const tokens = await signInWithPassword(auth, credentials, askerOf(request, isSecure))
      return await giveSession(deps, reply, { tokens, transport })
    })

    app.post('/api/session/refresh', async (request, reply) => {
      const body = readBody(refreshSchema, request.body)
      const tokens = await refresh(request, refreshTokenOf(request, body))
      return await giveSession(deps, reply, { tokens, transport: body.transport })
    })

    app.get<{ Querystring: { next?: string } }>('/api/session/refresh', async (request, reply) => {
      if (!isNavigation(request, isSecure)) throw new DomainError('origin.refused')
      const next = readLocalPath(request.query.next) ?? '/'
      void reply.header('cache-control', 'no-store')
      try {
        const tokens = await refresh(request, readSessionCookies(request.headers.cookie, isSecure).refreshToken)
        const cookies = createSessionCookies(tokens, { isSecure, now: auth.now() })
        void reply.header('set-cookie', [...straysOf(deps, request), ...cookies])
        return await reply.redirect(next, 303)
      } catch (error) {
        if (!(error instanceof DomainError) || error.kind !== 'unauthenticated') throw error
        if (isEnded(error)) void reply.header('set-cookie', clearCookies(request))
        return await reply.redirect(`/sign-in?next=${encodeURIComponent(next)}`, 303)
      }
    })

    app.post('/api/session/sign-out', async (request, reply) => {
      const body = readBody(refreshSchema, request.body)
      await signOut(auth, refreshTokenOf(request, body), originOf(request))
      void reply.header('cache-control', 'no-store')
      if (body.transport === 'cookie') void reply.header('set-cookie', clearCookies(request))
      return await reply.send({ signedOut: true })
    })
  }
