import { callerHeader, readSignedCaller } from '@afterword/auth/caller-header'
import { createSignInCookies } from '@afterword/auth/cookies'
import { readKnownCookie } from '@afterword/auth/read-cookies'
import { clearStrayCookies } from '@afterword/auth/stray-cookies'
import { describeOrigin } from '@afterword/auth/request-origin'
import { type DomainError, httpStatusByKind, toErrorBody } from '@afterword/errors'
import { toCallerError } from '@afterword/services/kernel/caller-error'
import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { randomUUID } from 'node:crypto'
import { safeNextAddress } from '#navigation/next-path.ts'
import { type WebDeps, webDeps } from '#server/deps.ts'
import { withoutNextAuthSession } from './session-headers.ts'
import { type Ceremony, createSignInOptions } from './sign-in-options.ts'

interface RouteContext {
  readonly params: Promise<{ nextauth: string[] }>
}

/** Before another try, where the failure names no time of its own. */
const waitSeconds = 2

/** The path that next-auth remembers while a person is at a provider. */
const rememberedPath = (request: NextRequest, publicUrl: string): string => {
  const kept = ['next-auth.callback-url', '__Secure-next-auth.callback-url']
    .map((name) => request.cookies.get(name)?.value)
    .find((value) => value !== undefined)
  return safeNextAddress(kept ?? '', publicUrl)
}

const beginCeremony = (request: NextRequest, deps: WebDeps): Ceremony => {
  // Where the door does not say the caller's network it is unknown, and all such callers count as one.
  const address = readSignedCaller(deps.keyring, request.headers.get(callerHeader)) ?? ''
  return {
    asker: {
      origin: describeOrigin(address, request.headers.get('user-agent') ?? undefined),
      knownCookie: readKnownCookie(request.headers.get('cookie') ?? undefined, deps.isSecure),
    },
    nextPath: rememberedPath(request, deps.env.PUBLIC_URL),
    tokens: null,
    failure: null,
  }
}

/**
 * A refusal for now, which next-auth would tell as a wrong password: too many tries, or the database is away.
 *
 * @throws the failure itself when it is a fault of ours: Next logs it and answers 500
 */
const answerFailure = (failure: unknown, request: NextRequest): Response => {
  const error: DomainError = toCallerError(failure)
  if (error.kind === 'internal') throw failure
  const wait = error.details?.['retryAfterSeconds']
  const body = toErrorBody(error, request.headers.get('x-request-id') ?? randomUUID())
  const headers = { 'cache-control': 'no-store', 'retry-after': String(typeof wait === 'number' ? wait : waitSeconds) }
  return Response.json(body, { status: httpStatusByKind[error.kind], headers })
}

/** On the way back from a provider: the person must end on a page, not on a JSON body. */
const isNavigation = (request: NextRequest): boolean => request.headers.get('sec-fetch-mode') === 'navigate'

/**
 * The sign-in ceremony: next-auth checks its CSRF token and carries the form or the way to a provider and back, our own
 * service decides who it is, and the session is ours. next-auth's session cookie never reaches the browser.
 */
export const handleSignIn = async (request: NextRequest, context: RouteContext): Promise<Response> => {
  const deps = webDeps()
  const ceremony = beginCeremony(request, deps)
  const response: Response = await NextAuth(request, context, createSignInOptions(deps, ceremony))
  if (ceremony.failure !== null && !isNavigation(request)) return answerFailure(ceremony.failure, request)
  const headers = withoutNextAuthSession(response.headers)
  if (ceremony.tokens !== null) {
    const { knownCookie } = ceremony.asker
    const signedIn = { tokens: ceremony.tokens, knownCookie }
    const sent = { cookie: request.headers.get('cookie') ?? undefined, address: request.nextUrl.pathname }
    const cookies = [...clearStrayCookies(sent, deps.isSecure), ...createSignInCookies(deps, signedIn, new Date())]
    for (const cookie of cookies) headers.append('set-cookie', cookie)
  }
  headers.set('cache-control', 'no-store')
  return new Response(response.body, { status: response.status, headers })
}
