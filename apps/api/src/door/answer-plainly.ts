import { DomainError, type ErrorCode, toErrorBody } from '@afterword/errors'
import { randomUUID } from 'node:crypto'
import { type ServerResponse, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { refusedPage, type RefusedRequest } from '../own-pages/refused-page.ts'
import { openHeadersOf } from './open-storefront.ts'

/** Refusals that are made before a route is looked for, with statuses closer than their kinds' (RFC 9110, 6585). */
const refusals = {
  'address.too_long': 414,
  'body.too_large': 413,
  'headers.too_large': 431,
  'request.invalid': 400,
  'request.too_slow': 408,
} as const satisfies Partial<Record<ErrorCode, number>>

type Refusal = keyof typeof refusals

interface Answer {
  readonly requestId: string
  readonly body: string
  readonly type: 'text/html' | 'application/json'
}

const answerOf = (code: Refusal, asked: RefusedRequest | null): Answer => {
  const requestId = randomUUID()
  const page = refusedPage(code, asked)
  if (page !== undefined) return { requestId, body: page, type: 'text/html' }
  return { requestId, body: JSON.stringify(toErrorBody(new DomainError(code), requestId)), type: 'application/json' }
}

const headersOf = ({ requestId, body, type }: Answer) => ({
  'content-type': `${type}; charset=utf-8`,
  'content-length': Buffer.byteLength(body),
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-request-id': requestId,
  connection: 'close',
})

/** Refuses a request, a person's in words and a program's in JSON, and ends its connection, on which more of it may be on its way. */
export const answerPlainly = (response: ServerResponse, code: Refusal): void => {
  const { headers, url = '/' } = response.req
  const answer = answerOf(code, { headers, url })
  response.writeHead(refusals[code], { ...headersOf(answer), ...openHeadersOf(url) }).end(answer.body)
}

/**
 * The same where there is no request to answer, because it could not be read.
 *
 * @param asked  What could be read of it: nothing, where it is null.
 */
export const endPlainly = (socket: Socket, code: Refusal, asked: RefusedRequest | null): void => {
  const answer = answerOf(code, asked)
  const lines = Object.entries(headersOf(answer)).map(([name, value]) => `${name}: ${value}`)
  const status = `HTTP/1.1 ${refusals[code]} ${STATUS_CODES[refusals[code]] ?? ''}`
  socket.end(`${[status, ...lines].join('\r\n')}\r\n\r\n${answer.body}`, () => socket.destroy())
}
