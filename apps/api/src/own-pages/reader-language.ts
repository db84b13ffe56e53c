import type { FastifyRequest } from 'fastify'

/** The language of the few pages that this process writes itself. */
export const languageOf = (request: FastifyRequest): 'en' | 'ko' =>
  /^\s*ko\b/i.test(request.headers['accept-language'] ?? '') ? 'ko' : 'en'
