import { readSessionCookies } from '@afterword/auth/read-cookies'
import { DomainError, type ErrorCode, errorCodes } from '@afterword/errors'
import type { RequestContext } from '@afterword/trpc/procedure/context'
import { createCaller } from '@afterword/trpc/root'
import { TRPCError } from '@trpc/server'
import { headers } from 'next/headers'
import { randomUUID } from 'node:crypto'
import { cache } from 'react'
import { webDeps } from './deps.ts'

/** The page request as the routers see it. */
export const requestContext = cache(async (): Promise<RequestContext> => {
  // First: asking for the request tells Next that this page is not made at build time.
  const request = await headers()
  const { service, auth, isSecure, tracer } = webDeps()
  return {
    deps: service,
    auth,
    accessToken: readSessionCookies(request.get('cookie') ?? undefined, isSecure).accessToken,
    origin: { ipPrefix: null, uaFamily: null },
    requestId: request.get('x-request-id') ?? randomUUID(),
    tracer,
  }
})

/** The procedures, called in this process with the rights of the one who asked for the page. */
export const pageCaller = cache(async () => createCaller(await requestContext()))

/** The code of a refused call; null when it failed without being refused. */
export const refusalCode = (error: unknown): ErrorCode | null => {
  if (error instanceof DomainError) return error.code
  return error instanceof TRPCError && error.cause instanceof DomainError ? error.cause.code : null
}

/**
 * Whether a call was refused because of who asks. A database that is away, or a fault of ours, says nothing of that:
 * nobody is sent to sign in for it.
 */
export const isTurnedAway = (error: unknown): boolean => {
  const code = refusalCode(error)
  if (code === null) return false
  const { kind } = errorCodes[code]
  return kind === 'unauthenticated' || kind === 'forbidden' || kind === 'not_found'
}
