import type { IncomingMessage } from 'node:http'

export type ReaderLanguage = 'en' | 'ko'

type Asked = Pick<IncomingMessage, 'headers'>

/** The language of the few pages that this process writes itself. */
export const languageOf = (request: Asked): ReaderLanguage =>
  /^\s*ko\b/i.test(request.headers['accept-language'] ?? '') ? 'ko' : 'en'

/** The same for any address: what is not for customers is in English. */
export const languageFor = (request: Asked, url: string): ReaderLanguage =>
  url.startsWith('/write/') ? languageOf(request) : 'en'
