import type { FastifyInstance } from 'fastify'
import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { isLargeBodyAddress, mostBodyBytes } from '../door/body-limits.ts'
import { type BodyRoom, createBodyRoom } from '../door/body-room.ts'

const megabyte = 1_048_576
/** In the room of what people send, and in that of what platforms send: neither takes the other's. */
const mostSmallBytes = { network: 4 * megabyte, all: 64 * megabyte }
const mostLargeBytes = { network: 16 * megabyte, all: 64 * megabyte }
const checkMs = 1_000

export interface ReceivedBodies {
  /** Where the body of a request waits until it is whole. */
  readonly roomOf: (request: IncomingMessage) => BodyRoom
  /** Keeps a body until its route reads it. */
  readonly keep: (request: IncomingMessage, body: Buffer) => void
}

/** Whether a request says that a body comes with it. */
export const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

/** Whether the body is larger than its address takes, by its own word. */
export const isBodyTooLarge = ({ headers, url = '' }: IncomingMessage): boolean =>
  Number(headers['content-length'] ?? 0) > mostBodyBytes(url)

/** Bodies are read before their requests are let in; fastify and apps/web get them from memory. */
export const installReceivedBodies = (app: FastifyInstance): ReceivedBodies => {
  const [small, large] = [mostSmallBytes, mostLargeBytes].map((mostBytes) =>
    createBodyRoom({ mostOfBody: mostBodyBytes, mostBytes }),
  ) as [BodyRoom, BodyRoom]
  const bodies = new WeakMap<IncomingMessage, Buffer>()
  const timer = setInterval(() => {
    small.check()
    large.check()
  }, checkMs)
  timer.unref()
  app.addHook('onClose', async () => clearInterval(timer))
  // oxlint-disable-next-line max-params -- fastify's form
  app.addHook('preParsing', (request, _reply, payload, done) => {
    const body = bodies.get(request.raw)
    bodies.delete(request.raw)
    done(null, body === undefined ? payload : Readable.from([body], { objectMode: false }))
  })
  return {
    roomOf: ({ url = '' }) => (isLargeBodyAddress(url) ? large : small),
    keep: (request, body) => void bodies.set(request, body),
  }
}
