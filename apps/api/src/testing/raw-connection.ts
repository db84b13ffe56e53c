import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** A connection on which a test writes bytes as they stand, from an address of its choice. */
export interface RawConnection {
  readonly socket: Socket
  readonly write: (text: string) => void
  /** All that has come so far. */
  readonly text: () => string
  /** Resolves when so many answers have begun to come. @throws Error when the connection ends before */
  readonly untilAnswers: (count: number) => Promise<void>
  readonly isClosed: () => boolean
  readonly closed: Promise<unknown>
  readonly end: () => void
}

const countAnswers = (text: string): number => text.split('HTTP/1.1 ').length - 1

/**
 * @param options.from     An address of 127.0.0.0/8, each /24 of which counts as a network.
 * @param options.isDeaf   Whether nothing that comes is read.
 */
export const openRaw = async (
  url: string,
  { from = '127.0.0.1', isDeaf = false }: { from?: string; isDeaf?: boolean } = {},
): Promise<RawConnection> => {
  const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1', localAddress: from, noDelay: true })
  let text = ''
  let isClosed = false
  socket.setEncoding('latin1')
  if (isDeaf) socket.pause()
  else socket.on('data', (piece: string) => (text += piece))
  socket.on('error', () => undefined)
  const closed = new Promise<void>((resolve) =>
    socket.once('close', () => {
      isClosed = true
      resolve()
    }),
  )
  await once(socket, 'connect')
  return {
    socket,
    write: (piece) => void socket.write(piece),
    text: () => text,
    untilAnswers: async (count) => {
      while (countAnswers(text) < count) {
        if (isClosed) throw new Error(`Closed after ${countAnswers(text)} answers: ${text.slice(0, 300)}`)
        await new Promise(setImmediate)
      }
    },
    isClosed: () => isClosed,
    closed,
    end: () => void socket.destroy(),
  }
}

/** A GET as a pipeline holds it. */
export const rawGet = (path: string, headers = ''): string =>
  `GET ${path} HTTP/1.1\r\nhost: reviews.example\r\n${headers}\r\n`
