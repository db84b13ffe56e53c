import { toNetwork } from '@afterword/auth/request-origin'
import type { FastifyInstance } from 'fastify'
import type { IncomingMessage, RequestListener } from 'node:http'
import type { Socket } from 'node:net'
import { answerPlainly, endPlainly } from '../door/answer-plainly.ts'
import { hasTooManyParameters } from '../door/body-limits.ts'
import { type Caller, readCaller } from '../door/caller.ts'
import { cleanHeaders } from '../door/clean-headers.ts'
import { limitConnections } from '../door/connections.ts'
import { readHead } from '../door/read-head.ts'
import type { IsTrustedProxy } from '../process/trusted-proxies.ts'
import { takeTurns } from '../door/turns.ts'
import { hasBody } from './received-bodies.ts'

/** Connections of one network (many phones of one carrier may share it), and of all. */
const mostPerNetwork = 512
const mostConnections = 4_096
/** Letters of an address: a batch of ten calls and a link's code fit several times over. */
const longestAddress = 8_000

/** What the server itself holds requests to, before anything of ours sees them. */
export const httpLimits = {
  /** Of all headers and the address, in bytes; more is 431. */
  maxHeaderSize: 16_384,
  /** Milliseconds for the headers, and for a request as a whole: each is 408 beyond it, seen within two seconds. */
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 2_000,
} as const

interface UnreadableError {
  readonly code: string
  /** The bytes that came last; Node's own errors have them. */
  readonly rawPacket?: unknown
}

const programs = { url: '/', headers: {} }

/** Requests that cannot be read: too large, too slow, or not HTTP. Too large is what browsers' cookies become. */
export const answerUnreadable = ({ code, rawPacket }: UnreadableError, socket: Socket): void => {
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  if (code === 'HPE_HEADER_OVERFLOW') {
    return endPlainly(socket, 'headers.too_large', rawPacket instanceof Uint8Array ? readHead(rawPacket) : null)
  }
  endPlainly(socket, code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'request.too_slow' : 'request.invalid', programs)
}

export interface Callers {
  readonly of: (request: IncomingMessage) => Caller
  readonly networkOf: (request: IncomingMessage) => string
}

/** Who asks, decided once for each request. */
export const createCallers = (isTrusted: IsTrustedProxy): Callers => {
  const known = new WeakMap<IncomingMessage, Caller>()
  const of = (request: IncomingMessage): Caller => {
    const caller = known.get(request) ?? readCaller(request, isTrusted)
    known.set(request, caller)
    return caller
  }
  return { of, networkOf: (request) => toNetwork(of(request).address) }
}

/** What answers requests so far; it is taken out, so that something may stand before it. */
export const takeRequestListener = ({ server }: FastifyInstance): RequestListener => {
  const [answer] = server.listeners('request') as RequestListener[]
  if (answer === undefined) throw new Error('fastify has no listener for requests.')
  server.removeListener('request', answer)
  return answer
}

interface DoorOptions {
  readonly callers: Callers
  readonly isTrustedProxy: IsTrustedProxy
}

/**
 * What every request passes first (docs/decisions/027-the-door.md): its connection is one of a bounded number, its
 * turn on it has come, who asks is decided, and its headers say what may be believed, in bounded length.
 */
export const installDoor = (app: FastifyInstance, { callers, isTrustedProxy }: DoorOptions): void => {
  const connections = limitConnections(app.server, {
    most: mostConnections,
    mostPerNetwork,
    networkOf: ({ remoteAddress = '' }) => (isTrustedProxy(remoteAddress, 0) ? null : toNetwork(remoteAddress)),
  })
  const serve = takeRequestListener(app)
  const serveInTurn: RequestListener = (request, response) => {
    const { socket, url = '' } = request
    // Who sends a body slowly is at rest meanwhile, and goes before others do.
    if (hasBody(request)) request.once('end', () => connections.begin(socket))
    else connections.begin(socket)
    cleanHeaders(request, callers.of(request))
    if (url.length > longestAddress || hasTooManyParameters(url)) answerPlainly(response, 'address.too_long')
    else serve(request, response)
  }
  app.server.on('request', takeTurns(serveInTurn, { onRest: connections.rest }))
}
