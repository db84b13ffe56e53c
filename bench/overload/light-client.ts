import { connect, type Socket } from 'node:net'

const endOfHead = '\r\n\r\n'

/** The length of a whole answer at the start of `text`, or undefined when it has not all come. Every answer of ours names its length. */
const answerLength = (text: string): number | undefined => {
  const end = text.indexOf(endOfHead)
  if (end === -1) return undefined
  const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, end))?.[1]
  if (length === undefined) throw new Error(`An answer without a length: ${text.slice(0, end)}`)
  const whole = end + endOfHead.length + Number(length)
  return text.length >= whole ? whole : undefined
}

/** A network has a share of the places: a flood of many customers comes from many. */
const networks = 250
let opened = 0
const nextAddress = (): string => `127.1.${(opened += 1) % networks}.1`

/** One connection, one request at a time. */
const createLine = (port: number) => {
  let text = ''
  let finish: ((status: number) => void) | undefined
  const settle = (status: number): void => {
    const done = finish
    finish = undefined
    done?.(status)
  }
  const socket: Socket = connect({ port, host: '127.0.0.1', localAddress: nextAddress(), noDelay: true })
  // One character a byte, so that the length counts.
  socket.setEncoding('latin1')
  socket.on('data', (piece: string) => {
    text += piece
    const length = answerLength(text)
    if (length === undefined) return
    const status = Number(text.slice(9, 12))
    text = text.slice(length)
    settle(status)
  })
  socket.on('error', () => socket.destroy())
  socket.on('close', () => settle(0))
  return {
    isOpen: () => !socket.destroyed,
    send: async (request: string): Promise<number> =>
      await new Promise((resolve) => {
        finish = resolve
        socket.write(request)
      }),
  }
}

/**
 * Asks over kept connections and reads no more of an answer than its status and length: a flood's generator shares
 * the cores with what it measures.
 *
 * @returns Sends one request as it stands; resolves with the status, 0 when the connection broke.
 */
export const createLightClient = (port: number): ((request: string) => Promise<number>) => {
  const idle: ReturnType<typeof createLine>[] = []
  return async (request) => {
    let line = idle.pop()
    while (line !== undefined && !line.isOpen()) line = idle.pop()
    line ??= createLine(port)
    const status = await line.send(request)
    if (line.isOpen()) idle.push(line)
    return status
  }
}
