import type { SessionTokens } from '@afterword/auth/auth'
import { createSessionCookies } from '@afterword/auth/cookies'
import { describeOrigin } from '@afterword/auth/request-origin'
import { signInWithPassword } from '@afterword/auth/sign-in'
import type { NextRequest } from 'next/server'
import NextAuth, { type AuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { refusalCode } from '../server/caller.ts'
import { type WebDeps, webDeps } from '../server/deps.ts'
import { withoutNextAuthSession } from './session-headers.ts'

interface RouteContext {
  readonly params: Promise<{ nextauth: string[] }>
}

const createOptions = (deps: WebDeps, request: NextRequest, keep: (tokens: SessionTokens) => void): AuthOptions => ({
  secret: Buffer.from(deps.keyring.derive('next-auth')).toString('base64url'),
  session: { strategy: 'jwt', maxAge: 60 },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  providers: [
    CredentialsProvider({
      credentials: { email: { type: 'email' }, password: { type: 'password' } },
      authorize: async (credentials) => {
        const { email = '', password = '' } = credentials ?? {}
        const [ip = ''] = (request.headers.get('x-forwarded-for') ?? '').split(',')
        const origin = describeOrigin(ip.trim(), request.headers.get('user-agent') ?? undefined)
        try {
          const tokens = await signInWithPassword(
            deps.auth,
            { email: email.slice(0, 254), password: password.slice(0, 1_000) },
            origin,
          )
          keep(tokens)
          return { id: tokens.user.id }
        } catch (error) {
          if (refusalCode(error) === 'sign_in.refused') return null
          throw error
        }
      },
    }),
  ],
})

/**
 * The sign-in ceremony: next-auth checks its CSRF token and carries the form, our own service checks
 * the password, and the session is ours. next-auth's session cookie never reaches the browser.
 */
export const handleSignIn = async (request: NextRequest, context: RouteContext): Promise<Response> => {
  const deps = webDeps()
  const kept: SessionTokens[] = []
  const options = createOptions(deps, request, (tokens) => void kept.push(tokens))
  const response: Response = await NextAuth(request, context, options)
  const headers = withoutNextAuthSession(response.headers)
  for (const tokens of kept) {
    const { isSecure } = deps
    for (const cookie of createSessionCookies(tokens, { isSecure, now: new Date() }))
      headers.append('set-cookie', cookie)
  }
  headers.set('cache-control', 'no-store')
  return new Response(response.body, { status: response.status, headers })
}
