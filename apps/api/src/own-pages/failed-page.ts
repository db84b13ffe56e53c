import type { FastifyReply, FastifyRequest } from 'fastify'
import type { DatabaseWatch } from '../database-watch.ts'
import { retryAfterSeconds } from '../plugins/error-handler.ts'
import { waitPage } from './wait-page.ts'

/**
 * Answers in place of a page that apps/web could not make, which is blank without scripts: 503 while the database is
 * away, else 500. Either is whole without scripts, says in words what is the matter, and comes again by itself.
 */
export const sendFailedPage = async (
  database: DatabaseWatch,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> => {
  for (const name of ['content-encoding', 'content-length', 'etag', 'transfer-encoding']) reply.removeHeader(name)
  const isAway = await database.isOrWasAway()
  if (isAway) void reply.header('retry-after', String(retryAfterSeconds))
  void reply
    .code(isAway ? 503 : 500)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
  await reply.send(waitPage(isAway ? 'away' : 'fault', request, request.url))
}
