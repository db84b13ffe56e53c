import type { Asker, Origin } from '@afterword/auth/auth'
import { readKnownCookie } from '@afterword/auth/read-cookies'
import { describeOrigin } from '@afterword/auth/request-origin'
import type { FastifyRequest } from 'fastify'

/** Where a request came from, as far as it is kept. */
export const originOf = (request: FastifyRequest): Origin => describeOrigin(request.ip, request.headers['user-agent'])

/** Who sent a request, before it is known who they are. */
export const askerOf = (request: FastifyRequest, isSecure: boolean): Asker => ({
  origin: originOf(request),
  knownCookie: readKnownCookie(request.headers.cookie, isSecure),
})
