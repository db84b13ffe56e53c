import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ApiDeps } from '../process/deps.ts'

const customerPage = /^\/write\/(detail\/)?/
/** Mailed links for people of shops, and the page that says they have ended. */
const mailedLinks = [
  [/^\/invite\/[^/?]/, '/ended-link/invitation'],
  [/^\/reset-password\/[^/?]/, '/ended-link/reset-password'],
  [/^\/sign-in\/link\/[^/?]/, '/ended-link/sign-in'],
] as const
const timeoutMs = 5_000

/** Whether what was not found is a page, and not a part that its scripts ask for. */
export const isPageAnswer = (reply: FastifyReply): boolean =>
  String(reply.getHeader('content-type')).startsWith('text/html')

/** Who follows a link is told what to do about it; everybody else, that nothing is here. */
const pageFor = (url: string): string => {
  const customers = customerPage.exec(url)
  if (customers === null) return mailedLinks.find(([address]) => address.test(url))?.[1] ?? '/_not-found'
  return `/write/lost-link/${customers[1] === undefined ? 'other' : 'review'}`
}

const readPage = async (deps: ApiDeps, request: FastifyRequest): Promise<string | null> => {
  const { 'accept-language': language = '', 'content-security-policy': policy = '' } = request.headers
  const page = pageFor(request.url)
  const headers = {
    'x-page-path': page,
    'x-request-id': request.id,
    'accept-language': language,
    'content-security-policy': String(policy),
  }
  try {
    const signal = AbortSignal.timeout(timeoutMs)
    const answer = await fetch(`${deps.webUrl}${page}`, { headers, signal })
    return answer.ok || answer.status === 404 ? await answer.text() : null
  } catch (error) {
    request.log.error({ err: error }, 'no page for what was not found')
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
