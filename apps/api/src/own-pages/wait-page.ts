import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { renderPlainPage } from './plain-page.ts'

const words = {
  busy: {
    title: 'We are very busy',
    text: 'This page reloads automatically in a moment. What you have written is safe.',
  },
  unsent: {
    title: 'We are very busy',
    text: 'What you sent hasn’t been saved yet. Reload this page in a moment to send it again, or go back: your text is still in the form. Sending it more than once saves it only once.',
  },
  away: {
    title: 'We’ll be right back',
    text: 'The server is starting. This page reloads automatically. What you have written is safe.',
  },
} as const

const reload = 'setTimeout(() => location.reload(), 4000)'
const loadAgain = `<p><a href="">Reload now</a></p><script>${reload}</script>`
/** What a content security policy says to allow that script and no other. */
export const loadAgainSource = `'sha256-${createHash('sha256').update(reload).digest('base64')}'`

/**
 * What a person sees instead of a page that comes again: it asks for it by itself, or by its link without scripts.
 * (A refresh by `meta` is none that a screen reader's user can stop.) It needs nothing from anybody.
 */
const renderPage = ({ title, text }: (typeof words)[keyof typeof words], again = loadAgain): string =>
  renderPlainPage({ language: 'en', title, content: `<p>${text}</p>${again}` })

export const busyPage = renderPage(words.busy)
export const awayPage = renderPage(words.away)

/** A form is sent again by its person: a page that did it would be asked about by the browser. */
export const unsentPage = renderPage(words.unsent, '')

type Asked = Pick<IncomingMessage, 'method' | 'headers'>

const isForPerson = ({ headers }: Asked, url: string): boolean =>
  !url.startsWith('/api/') && headers.accept?.includes('text/html') === true

/** Whether a person waits for a page, and not a program for data. */
export const isPageView = (request: Asked, url: string): boolean =>
  request.method === 'GET' && isForPerson(request, url)

/** Whether a person has sent a form and waits for the page that comes after it. */
export const isFormPost = (request: Asked, url: string): boolean =>
  request.method === 'POST' && isForPerson(request, url)
