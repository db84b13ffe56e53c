import type { SessionTokens, SignedInTokens } from '@afterword/auth/auth'
import { createSessionCookies, createSignInCookies } from '@afterword/auth/cookies'
import { readKnownCookie } from '@afterword/auth/read-cookies'
import { clearStrayCookies } from '@afterword/auth/stray-cookies'
import { DomainError } from '@afterword/errors'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { ApiDeps } from '../process/deps.ts'

export type Transport = 'cookie' | 'bearer'

const toBody = (tokens: SessionTokens) => ({
  accessToken: tokens.accessToken,
  accessExpiresAt: tokens.accessExpiresAt.toISOString(),
  refreshToken: tokens.refreshToken,
  refreshExpiresAt: tokens.refreshExpiresAt.toISOString(),
})

const isSignIn = (tokens: SessionTokens): tokens is SignedInTokens => 'account' in tokens

const cookiesOf = (deps: ApiDeps, reply: FastifyReply, tokens: SessionTokens): string[] => {
  const { isSecure, auth } = deps
  if (!isSignIn(tokens)) return createSessionCookies(tokens, { isSecure, now: auth.now() })
  const knownCookie = readKnownCookie(reply.request.headers.cookie, isSecure)
  return createSignInCookies({ isSecure, keyring: auth.keyring }, { tokens, knownCookie }, auth.now())
}

/** `Set-Cookie` values that remove what was left of our names at longer paths; they stand before what is set. */
export const straysOf = (deps: Pick<ApiDeps, 'isSecure'>, { headers, url }: FastifyRequest): string[] =>
  clearStrayCookies({ cookie: headers.cookie, address: url }, deps.isSecure)

/** Hands out a session: in cookies, or in the body of a program's answer. */
export const giveSession = async (
  deps: ApiDeps,
  reply: FastifyReply,
  session: { readonly tokens: SessionTokens; readonly transport: Transport; readonly extra?: object },
) => {
  const { tokens, transport, extra } = session
  void reply.header('cache-control', 'no-store')
  if (transport === 'bearer') return await reply.send({ ...toBody(tokens), ...extra })
  void reply.header('set-cookie', [...straysOf(deps, reply.request), ...cookiesOf(deps, reply, tokens)])
  return await reply.send({ accessExpiresAt: tokens.accessExpiresAt.toISOString(), ...extra })
}

/** A body in the shape a route asks for. @throws DomainError `input.invalid` */
export const readBody = <Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> => {
  const result = schema.safeParse(body ?? {})
  if (!result.success) throw new DomainError('input.invalid', { cause: result.error })
  return result.data
}
