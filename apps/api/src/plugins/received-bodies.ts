import type { FastifyInstance } from 'fastify'
import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { type BodyRoom, createBodyRoom } from '../door/body-room.ts'

const megabyte = 1_048_576
/** The largest body any route takes is a platform's message of 2 MB. */
const mostBytes = { each: 2 * megabyte, network: 8 * megabyte, all: 64 * megabyte }
const checkMs = 1_000

export interface ReceivedBodies {
  readonly room: BodyRoom
  /** Keeps a body until its route reads it. */
  readonly keep: (request: IncomingMessage, body: Buffer) => void
}

/** Whether a request says that a body comes with it. */
export const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

/** Whether the body is larger than any may be, by its own word. */
export const isBodyTooLarge = ({ headers }: IncomingMessage): boolean =>
  Number(headers['content-length'] ?? 0) > mostBytes.each

/** Bodies are read before their requests are let in; fastify and apps/web get them from memory. */
export const installReceivedBodies = (app: FastifyInstance): ReceivedBodies => {
  const room = createBodyRoom({ mostBytes })
  const bodies = new WeakMap<IncomingMessage, Buffer>()
  const timer = setInterval(room.check, checkMs)
  timer.unref()
  app.addHook('onClose', async () => clearInterval(timer))
  // oxlint-disable-next-line max-params -- fastify's form
  app.addHook('preParsing', (request, _reply, payload, done) => {
    const body = bodies.get(request.raw)
    bodies.delete(request.raw)
    done(null, body === undefined ? payload : Readable.from([body], { objectMode: false }))
  })
  return { room, keep: (request, body) => void bodies.set(request, body) }
}
