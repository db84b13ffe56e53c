import { readSessionCookies } from '@afterword/auth/read-cookies'
import type { FastifyRequest } from 'fastify'

const bearer = /^Bearer +(\S+) *$/i

/** The access token of a request: its `Authorization` header (RFC 6750), else its session cookie. */
export const accessTokenOf = (request: FastifyRequest, isSecure: boolean): string | undefined => {
  const header = request.headers.authorization
  if (header !== undefined) return bearer.exec(header)?.[1] ?? header
  return readSessionCookies(request.headers.cookie, isSecure).accessToken
}
