import { createHash, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, request as ask, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

interface MailboxPlace {
  /** Where people reach the mailbox, and where it itself listens; both on 127.0.0.1. */
  readonly port: number
  readonly innerPort: number
  /** The first segment of every address of it. */
  readonly token: string
}

/** Pages show no mail to other sites: not in frames, not from a cache, not through an address left behind. */
const closing = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'SAMEORIGIN',
  'cross-origin-resource-policy': 'same-origin',
} as const

const isSame = (one: string, other: string): boolean => {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}

/**
 * What is wrong with a request, as a status; null for one of its own pages or of a program that knows
 * the token. The host is compared so that no foreign name that is made to point here (DNS rebinding)
 * counts as its own origin.
 */
const judge = ({ headers, url = '/' }: IncomingMessage, { port, token }: MailboxPlace): 403 | 404 | null => {
  const { host = '', origin, 'sec-fetch-site': site } = headers
  if (host !== `localhost:${port}` && host !== `127.0.0.1:${port}`) return 403
  if (origin !== undefined && origin !== `http://${host}`) return 403
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 403
  const [, segment = ''] = url.split(/[/?]/, 2)
  return isSame(segment, token) ? null : 404
}

const forward = (request: IncomingMessage, { innerPort }: MailboxPlace) => {
  const { origin: _origin, ...headers } = request.headers
  const options = { host: '127.0.0.1', port: innerPort, method: request.method, path: request.url }
  // A kept connection may be closed by the other side just as it is used again.
  return ask({ ...options, agent: false, headers: { ...headers, host: `127.0.0.1:${innerPort}` } })
}

/** Its headers without those that would open it to other origins. */
const closedHeaders = (headers: IncomingMessage['headers']) => ({
  ...Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith('access-control-'))),
  ...closing,
})

const answer = (request: IncomingMessage, response: ServerResponse, place: MailboxPlace): void => {
  const status = judge(request, place)
  if (status !== null) return void response.writeHead(status, closing).end()
  const inner = forward(request, place)
  inner.once('response', (answered) => {
    response.writeHead(answered.statusCode ?? 502, closedHeaders(answered.headers))
    answered.pipe(response)
  })
  inner.once('error', () => response.destroy())
  request.pipe(inner)
}

/** Its live updates (socket.io) come over a web socket, which no browser holds to one origin by itself. */
const upgrade = (request: IncomingMessage, socket: Duplex, place: MailboxPlace): void => {
  const status = judge(request, place)
  if (status !== null) return void socket.end(`HTTP/1.1 ${status} Refused\r\nconnection: close\r\n\r\n`)
  const inner = forward(request, place)
  inner.once('upgrade', (answered, innerSocket) => {
    const lines = Object.entries(closedHeaders(answered.headers)).map(([name, value]) => `${name}: ${value}`)
    socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`)
    innerSocket.on('error', () => socket.destroy()).pipe(socket)
    socket.on('error', () => innerSocket.destroy()).pipe(innerSocket)
  })
  inner.once('response', () => socket.destroy())
  inner.once('error', () => socket.destroy())
  inner.end()
}

/** Opens the one way to the mailbox: for its own pages, and for programs that know its address. */
export const openMailboxDoor = async (place: MailboxPlace): Promise<Server> => {
  const server = createServer((request, response) => answer(request, response, place))
  server.on('upgrade', (request, socket) => upgrade(request, socket, place))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(place.port, '127.0.0.1', resolve)
  })
  return server
}
