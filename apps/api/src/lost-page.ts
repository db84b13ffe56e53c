import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ApiDeps } from './deps.ts'

const customerPage = /^\/write\/(detail\/)?/
const timeoutMs = 5_000

/** Whether what was not found is a customer's page, and not a part that its scripts ask for. */
export const isCustomerPage = (request: FastifyRequest, reply: FastifyReply): boolean =>
  customerPage.test(request.url) && String(reply.getHeader('content-type')).startsWith('text/html')

const readPage = async (deps: ApiDeps, request: FastifyRequest): Promise<string | null> => {
  const kind = customerPage.exec(request.url)?.[1] === undefined ? 'other' : 'review'
  const headers = { 'x-request-id': request.id, 'accept-language': request.headers['accept-language'] ?? '' }
  try {
    const signal = AbortSignal.timeout(timeoutMs)
    const answer = await fetch(`${deps.webUrl}/write/lost-link/${kind}`, { headers, signal })
    return answer.ok ? await answer.text() : null
  } catch (error) {
    request.log.error({ err: error }, 'no page for a lost link')
    return null
  }
}

/**
 * Answers 404 with a page that is whole without scripts: what Next renders when a page calls `notFound()`
 * is empty until they have run. It is the same for every address of its kind.
 *
 * @returns Whether it has answered; not when apps/web has no such page at the moment.
 */
export const sendLostPage = async (deps: ApiDeps, request: FastifyRequest, reply: FastifyReply): Promise<boolean> => {
  const html = await readPage(deps, request)
  if (html === null) return false
  for (const name of ['content-encoding', 'content-length', 'etag', 'transfer-encoding']) reply.removeHeader(name)
  const body = request.method === 'HEAD' ? '' : html
  await reply.code(404).type('text/html; charset=utf-8').send(body)
  return true
}
