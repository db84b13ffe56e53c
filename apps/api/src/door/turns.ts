import type { RequestListener, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** What of a pipeline may wait for its turn; it has all come in one piece, for then the connection is read no further. */
const mostWaiting = 32
/** An answer of which so long nothing could be sent is given up, with its connection. */
const longestStallMs = 15_000

interface Line {
  isServing: boolean
  readonly waiting: { readonly response: ServerResponse; readonly begin: () => void }[]
}

interface TurnOptions {
  /** Milliseconds without progress after which an answer is given up. */
  readonly stallMs?: number
  /** Told that an answer of a connection has left. */
  readonly onRest?: (socket: Socket) => void
}

/** Ends a connection whose caller takes nothing of its answer. One that waits for us has nothing to take. */
const endIfStalled = (socket: Socket): void => {
  if (socket.writableLength > 0) socket.destroy()
}

/**
 * Lets each connection have one request served at a time, in order: the next begins when the answer before it has
 * left, so a caller who reads nothing has nothing more done for it. A connection takes part while its answers move:
 * after 15 s without any progress it is closed.
 */
export const takeTurns = (
  serve: RequestListener,
  { stallMs = longestStallMs, onRest = () => undefined }: TurnOptions = {},
): RequestListener => {
  const lines = new WeakMap<Socket, Line>()
  const serveNext = (socket: Socket, line: Line): void => {
    line.isServing = false
    onRest(socket)
    const next = line.waiting.shift()
    // After an answer that ends the connection the next has none: its close would never come.
    if (next === undefined || next.response.socket !== socket || socket.destroyed) return
    if (line.waiting.length === 0) socket.resume()
    next.begin()
  }
  return (request, response) => {
    const { socket } = request
    const line = lines.get(socket) ?? { isServing: false, waiting: [] }
    lines.set(socket, line)
    const begin = (): void => {
      line.isServing = true
      socket.setTimeout(stallMs)
      response.on('timeout', endIfStalled)
      response.once('close', () => serveNext(socket, line))
      serve(request, response)
    }
    if (!line.isServing) return begin()
    if (line.waiting.length >= mostWaiting) return void socket.destroy()
    socket.pause()
    line.waiting.push({ response, begin })
  }
}
