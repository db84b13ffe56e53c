import { DomainError, type ErrorCode, toErrorBody } from '@afterword/errors'
import { randomUUID } from 'node:crypto'
import { type ServerResponse, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { openHeadersOf } from '../plugins/open-storefront.ts'

/** Refusals that are made before a route is looked for, with statuses closer than their kinds' (RFC 9110, 6585). */
const refusals = {
  'address.too_long': 414,
  'body.too_large': 413,
  'headers.too_large': 431,
  'request.invalid': 400,
  'request.too_slow': 408,
} as const satisfies Partial<Record<ErrorCode, number>>

type Refusal = keyof typeof refusals

const bodyOf = (code: Refusal): { requestId: string; body: string } => {
  const requestId = randomUUID()
  return { requestId, body: JSON.stringify(toErrorBody(new DomainError(code), requestId)) }
}

const headersOf = (requestId: string, body: string) => ({
  'content-type': 'application/json; charset=utf-8',
  'content-length': Buffer.byteLength(body),
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-request-id': requestId,
  connection: 'close',
})

/** Refuses a request in JSON and ends its connection, on which more of it may be on its way. */
export const answerPlainly = (response: ServerResponse, code: Refusal): void => {
  const { requestId, body } = bodyOf(code)
  const headers = { ...headersOf(requestId, body), ...openHeadersOf(response.req.url) }
  response.writeHead(refusals[code], headers).end(body)
}

/** The same where there is no request to answer, because it could not be read. */
export const endPlainly = (socket: Socket, code: Refusal): void => {
  const { requestId, body } = bodyOf(code)
  const lines = Object.entries(headersOf(requestId, body)).map(([name, value]) => `${name}: ${value}`)
  const status = `HTTP/1.1 ${refusals[code]} ${STATUS_CODES[refusals[code]] ?? ''}`
  socket.end(`${[status, ...lines].join('\r\n')}\r\n\r\n${body}`, () => socket.destroy())
}
