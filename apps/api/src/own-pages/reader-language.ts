import { languageForReader } from '@afterword/language/choose-language'
import type { Language } from '@afterword/language/languages'
import type { IncomingMessage } from 'node:http'

/** The language of a page that this process writes itself at an address: what is not for customers is in English. */
export const languageFor = ({ headers }: Pick<IncomingMessage, 'headers'>, url: string): Language =>
  url.startsWith('/write/') ? languageForReader(headers['accept-language']) : 'en'
