import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { renderPlainPage } from './plain-page.ts'
import { type ReaderLanguage, languageFor } from './reader-language.ts'

/** `unsent` is the answer to a form; a person sends it again, for a page that did it would be asked about by the browser. */
export type WaitReason = 'busy' | 'unsent' | 'away' | 'fault'

/** Nothing is said of what was typed and not saved: without scripts it stands in the browser alone, and may not last. */
const words: Record<ReaderLanguage, Record<WaitReason, { readonly title: string; readonly text: string }>> = {
  en: {
    busy: {
      title: 'We are very busy',
      text: 'This page reloads automatically in a moment. Everything that was saved before is still there.',
    },
    unsent: {
      title: 'Please send this again',
      text: 'What you sent hasn’t been saved yet, because our server couldn’t take it. Please stay on this page and reload it in a moment: your browser then sends the same again. If you go back, what you wrote may be gone.',
    },
    away: {
      title: 'We’ll be right back',
      text: 'Part of our server isn’t responding. This page reloads automatically. You stay signed in, and everything that was saved before is still there.',
    },
    fault: {
      title: 'This page could not be loaded',
      text: 'Something went wrong on our side. Nothing was changed. This page reloads automatically in a moment.',
    },
  },
  ko: {
    busy: {
      title: '지금 접속이 많습니다',
      text: '잠시 후 이 페이지가 자동으로 다시 열립니다. 이전에 저장된 내용은 그대로 있습니다.',
    },
    unsent: {
      title: '다시 보내 주세요',
      text: '서버가 응답하지 못해 보내신 내용이 아직 저장되지 않았습니다. 이 페이지를 벗어나지 마시고 잠시 후 새로고침해 주세요. 같은 내용이 다시 전송됩니다. 뒤로 가면 작성하신 내용이 사라질 수 있습니다.',
    },
    away: {
      title: '곧 다시 열립니다',
      text: '서버의 일부가 잠시 응답하지 않습니다. 이 페이지는 자동으로 다시 열립니다. 이전에 저장된 내용은 그대로 있습니다.',
    },
    fault: {
      title: '페이지를 불러오지 못했습니다',
      text: '저희 쪽 문제이며 바뀐 것은 없습니다. 잠시 후 이 페이지가 자동으로 다시 열립니다.',
    },
  },
}

const loadNow: Record<ReaderLanguage, string> = { en: 'Reload now', ko: '지금 다시 열기' }

const reload = 'setTimeout(() => location.reload(), 4000)'
/** What a content security policy says to allow that script and no other. */
export const loadAgainSource = `'sha256-${createHash('sha256').update(reload).digest('base64')}'`
/** The same where no script runs. */
const reloadPlainly = '<noscript><meta http-equiv="refresh" content="5"></noscript>'

const renderPage = (reason: WaitReason, language: ReaderLanguage): string => {
  const { title, text } = words[language][reason]
  if (reason === 'unsent') return renderPlainPage({ language, title, content: `<p>${text}</p>` })
  const again = `<p><a href="">${loadNow[language]}</a></p><script>${reload}</script>`
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
