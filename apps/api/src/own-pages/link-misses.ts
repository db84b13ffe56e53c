import { attemptLimits } from '@afterword/auth/limits'
import { DomainError } from '@afterword/errors'
import { countIfLinkMiss } from '@afterword/services/asking/link/limit-link-misses'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ApiDeps } from '../process/deps.ts'
import { limitedPage } from './limited-page.ts'
import { languageFor } from './reader-language.ts'
import { originOf } from '../process/request-origin.ts'

interface Exchange {
  readonly deps: ApiDeps
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/**
 * Counts a link that opened nothing. After too many from one network it answers 429, in words, itself.
 *
 * @returns Whether it has answered.
 */
export const isLinkMissLimited = async (
  { deps, request, reply }: Exchange,
  miss: DomainError = new DomainError('review_link.not_found'),
): Promise<boolean> => {
  try {
    await countIfLinkMiss(deps.service, originOf(request), miss)
    return false
  } catch (error) {
    if (!(error instanceof DomainError && error.code === 'rate.limited')) throw error
    const told = error.details?.['retryAfterSeconds']
    const wait = typeof told === 'number' ? told : attemptLimits.linkMissNetwork.windowSeconds
    for (const name of Object.keys(reply.getHeaders()))
      if (/^(?:content-(?:encoding|length|type)|etag|transfer-encoding)$/.test(name)) reply.removeHeader(name)
    await reply
      .code(429)
      .header('retry-after', String(wait))
      .type('text/html; charset=utf-8')
      .send(request.method === 'HEAD' ? '' : limitedPage('links', wait, languageFor(request, request.url)))
    return true
  }
}
