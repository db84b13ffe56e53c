import type { Language } from '@afterword/language/languages'
import { doorTexts } from '@afterword/language/texts/door/texts'
import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { renderPlainPage } from './plain-page.ts'
import { languageFor } from './reader-language.ts'

/** `unsent` is the answer to a form; a person sends it again, for a page that did it would be asked about by the browser. */
export type WaitReason = keyof (typeof doorTexts)['en']['wait']

const reload = 'setTimeout(() => location.reload(), 4000)'
/** What a content security policy says to allow that script and no other. */
export const loadAgainSource = `'sha256-${createHash('sha256').update(reload).digest('base64')}'`
/** The same where no script runs. */
const reloadPlainly = '<noscript><meta http-equiv="refresh" content="5"></noscript>'

const renderPage = (reason: WaitReason, language: Language): string => {
  const texts = doorTexts[language]
  const { title, text } = texts.wait[reason]
  if (reason === 'unsent') return renderPlainPage({ language, title, content: `<p>${text}</p>` })
  const again = `<p><a href="">${texts.reloadNow}</a></p><script>${reload}</script>`
  return renderPlainPage({ language, title, content: `<p>${text}</p>${again}`, head: reloadPlainly })
}

type Asked = Pick<IncomingMessage, 'method' | 'headers'>

const pages = new Map<string, string>()

/**
 * What a person sees instead of a page, with scripts or without: why, and that it comes by itself. It needs nothing
 * from anybody, so it is there while everything else is away.
 */
const waitPage = (reason: WaitReason, request: Asked, url: string): string => {
  const language = languageFor(request, url)
  const key = `${language} ${reason}`
  const page = pages.get(key) ?? renderPage(reason, language)
  pages.set(key, page)
  return page
}

/** Whether a browser's own navigation names pages among what it takes (RFC 9110, 12.5.1). */
const takesPages = (accept = ''): boolean =>
  accept
    .split(',')
    .some((range) => /^\s*text\/html\s*(?:;|$)/i.test(range) && !/;\s*q=0(?:\.0*)?\s*(?:;|$)/i.test(range))

/** Whether a person reads the answer: a navigation asks for a page at any address of ours; anything else, not at those for programs. */
export const isForPerson = ({ headers }: Pick<Asked, 'headers'>, url: string): boolean =>
  takesPages(headers.accept) && (!url.startsWith('/api/') || headers['sec-fetch-mode'] === 'navigate')

/** Whether a person waits for a page, and not a program for data. */
const isPageView = (request: Asked, url: string): boolean => request.method === 'GET' && isForPerson(request, url)

/** Whether a person has sent a form and waits for the page that comes after it. */
export const isFormPost = (request: Asked, url: string): boolean =>
  request.method === 'POST' && isForPerson(request, url)

/**
 * The page that a person gets in place of an answer that fails: who sent a form is told that it has not been saved.
 *
 * @returns HTML, or undefined for a program, which is answered in JSON. The status is the same for both.
 */
export const pageInstead = (reason: WaitReason, request: Asked, url: string): string | undefined => {
  if (isFormPost(request, url)) return waitPage('unsent', request, url)
  return isPageView(request, url) ? waitPage(reason, request, url) : undefined
}
