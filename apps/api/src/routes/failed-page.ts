import { DomainError, toErrorBody } from '@afterword/errors'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Readable } from 'node:stream'
import type { DatabaseWatch } from '../process/database-watch.ts'
import { retryAfterSeconds } from '../plugins/error-handler.ts'
import { pageInstead } from '../own-pages/wait-page.ts'

/**
 * Answers in place of what apps/web could not make. The status is the same for anyone who asks: 503 with `Retry-After`
 * while the database is away, else 500. A person gets a page in words that comes again by itself, where apps/web's is
 * blank without scripts; a program gets our error in JSON while the database is away, else what apps/web said.
 *
 * @param failed  What apps/web said; read to its end where something else is sent, so that its connection is free.
 */
export const sendFailedPage = async (
  database: DatabaseWatch,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  failed: Readable,
): Promise<void> => {
  // An upstream that breaks off meanwhile must not take this process with it.
  failed.on('error', () => undefined)
  const isAway = await database.isOrWasAway()
  const page = pageInstead(isAway ? 'away' : 'fault', request, request.url)
  void reply.code(isAway ? 503 : 500).header('cache-control', 'no-store')
  if (isAway) void reply.header('retry-after', String(retryAfterSeconds))
  else if (page === undefined) return void (await reply.send(failed))
  failed.resume()
  for (const name of ['content-encoding', 'content-length', 'etag', 'transfer-encoding']) reply.removeHeader(name)
  void reply.type(page === undefined ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8')
  await reply.send(page ?? toErrorBody(new DomainError('unavailable'), request.id))
}
