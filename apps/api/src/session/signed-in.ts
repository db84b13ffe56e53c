import type { Origin } from '@afterword/auth/auth'
import { authenticate, confirmSession } from '@afterword/auth/authenticate'
import { createAccessCookie } from '@afterword/auth/cookies'
import type { Principal } from '@afterword/auth/principal'
import { switchShop } from '@afterword/auth/switch-shop'
import { DomainError } from '@afterword/errors'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ApiDeps } from '../process/deps.ts'
import { accessTokenOf } from './access-token-of.ts'

/** Somebody who is signed in, and the generation of the token that says so. */
export type SignedIn = Extract<Principal, { kind: 'member' | 'operator' }> & { readonly gen: number }

type SessionDeps = Pick<ApiDeps, 'auth' | 'isSecure'>

/** Who asks, by a session that stands. @throws DomainError of the access token or the session */
export const requireSession = async ({ auth, isSecure }: SessionDeps, request: FastifyRequest): Promise<SignedIn> => {
  const caller = await authenticate(auth, accessTokenOf(request, isSecure))
  const principal = await confirmSession(auth, caller)
  if (principal.kind !== 'member' && principal.kind !== 'operator') throw new DomainError('access_token.missing')
  return { ...principal, gen: caller.gen }
}

/** Who is signed in here, if anybody. */
export const findVisitor = async (deps: SessionDeps, request: FastifyRequest): Promise<SignedIn | null> => {
  try {
    return await requireSession(deps, request)
  } catch (error) {
    if (error instanceof DomainError && error.kind === 'unauthenticated') return null
    throw error
  }
}

/** The same session, with the time and means of its proof, for another shop. */
export const goOnInShop = async (
  { auth, isSecure }: SessionDeps,
  reply: FastifyReply,
  { own, ...to }: { readonly own: SignedIn; readonly shopId: string; readonly origin: Origin },
): Promise<{ readonly accessExpiresAt: string }> => {
  const { userId, sessionId, gen } = own
  const access = await switchShop(auth, { userId, sessionId, gen }, to)
  void reply.header('set-cookie', createAccessCookie(access.accessToken, isSecure))
  return { accessExpiresAt: access.accessExpiresAt.toISOString() }
}
