import { DomainError } from '@afterword/errors'
import { countIfLinkMiss } from '@afterword/services/review-link/limit-link-misses'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ApiDeps } from './deps.ts'
import { renderPlainPage } from './own-pages/plain-page.ts'
import { languageOf } from './own-pages/reader-language.ts'
import { originOf } from './request-origin.ts'

const words = {
  en: {
    title: 'Too many links that do not work',
    body: 'From your network many links were tried that do not work. Please wait ten minutes. A link from your newest mail still works.',
  },
  ko: {
    title: '사용할 수 없는 링크를 너무 많이 열었습니다',
    body: '같은 네트워크에서 사용할 수 없는 링크를 여러 번 열었습니다. 10분 뒤에 다시 시도해 주세요. 가장 최근 메일의 링크는 지금도 열립니다.',
  },
} as const

/** The whole page: apps/web is not asked for it, that is what the limit is for. */
const renderPage = (language: keyof typeof words): string => {
  const { title, body } = words[language]
  return renderPlainPage({ language, title, content: `<p>${body}</p>` })
}

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
    const wait = error.details?.['retryAfterSeconds']
    for (const name of Object.keys(reply.getHeaders()))
      if (/^(?:content-(?:encoding|length|type)|etag|transfer-encoding)$/.test(name)) reply.removeHeader(name)
    await reply
      .code(429)
      .header('retry-after', typeof wait === 'number' ? String(wait) : '600')
      .type('text/html; charset=utf-8')
      .send(request.method === 'HEAD' ? '' : renderPage(languageOf(request)))
    return true
  }
}
