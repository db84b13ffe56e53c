import type { SessionTokens } from '@afterword/auth/auth'
import { createSessionCookies } from '@afterword/auth/cookies'
import { DomainError } from '@afterword/errors'
import type { FastifyReply } from 'fastify'
import type { z } from 'zod'
import type { ApiDeps } from './deps.ts'

export type Transport = 'cookie' | 'bearer'

const toBody = (tokens: SessionTokens) => ({
  accessToken: tokens.accessToken,
  accessExpiresAt: tokens.accessExpiresAt.toISOString(),
  refreshToken: tokens.refreshToken,
  refreshExpiresAt: tokens.refreshExpiresAt.toISOString(),
})

/** Hands out a session: in cookies, or in the body of a program's answer. */
export const giveSession = async (
  deps: ApiDeps,
  reply: FastifyReply,
  session: { readonly tokens: SessionTokens; readonly transport: Transport; readonly extra?: object },
) => {
  const { tokens, transport, extra } = session
  void reply.header('cache-control', 'no-store')
  if (transport === 'bearer') return await reply.send({ ...toBody(tokens), ...extra })
  const { isSecure, auth } = deps
  void reply.header('set-cookie', createSessionCookies(tokens, { isSecure, now: auth.now() }))
  return await reply.send({ accessExpiresAt: tokens.accessExpiresAt.toISOString(), ...extra })
}

/** A body in the shape a route asks for. @throws DomainError `input.invalid` */
export const readBody = <Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> => {
  const result = schema.safeParse(body ?? {})
  if (!result.success) throw new DomainError('input.invalid', { cause: result.error })
  return result.data
}
