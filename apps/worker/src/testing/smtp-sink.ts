import { SMTPServer } from 'smtp-server'
import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'

export interface CaughtMail {
  readonly to: readonly string[]
  /** The message as it came over the wire. */
  readonly raw: string
}

export interface SmtpSink {
  readonly url: string
  readonly mails: readonly CaughtMail[]
  /** Answers the recipient of each further mail with this reply, e.g. `[550, '5.1.1 no such user']`; null takes it. */
  refuseWith(reply: readonly [number, string] | null): void
  /** Lets the next connection wait for its greeting for ever; resolves once it is there. */
  stallNext(): Promise<void>
  /** Keeps the next mail and lets its sender wait for the answer until `answer` is called. */
  holdAnswer(): HeldAnswer
  /** Cuts every connection. */
  cut(): void
  readonly stop: () => Promise<void>
}

export interface HeldAnswer {
  /** Resolves when the whole content is there. */
  readonly handedOver: Promise<void>
  readonly answer: () => void
}

/** A real SMTP server on a port of its own that keeps what it is sent. */
export const startSmtpSink = async (): Promise<SmtpSink> => {
  const mails: CaughtMail[] = []
  let reply: readonly [number, string] | null = null
  let stalled: (() => void) | undefined
  let held: { begin: () => void; end: Promise<void> } | undefined
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onConnect(_session, callback) {
      if (stalled === undefined) return callback()
      stalled()
      stalled = undefined
    },
    onRcptTo(_address, _session, callback) {
      if (reply === null) return callback()
      callback(Object.assign(new Error(reply[1]), { responseCode: reply[0] }))
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        mails.push({ raw: Buffer.concat(chunks).toString('utf8'), to })
        if (held === undefined) return callback()
        const { begin, end } = held
        held = undefined
        begin()
        void end.then(() => callback())
      })
    },
  })
  // A client that is killed resets its connection; that is what some tests are about.
  server.on('error', () => undefined)
  const listener = server.listen(0, '127.0.0.1')
  const sockets = new Set<Socket>()
  listener.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await once(listener, 'listening')
  const { port } = listener.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuseWith(next) {
      reply = next
    },
    async stallNext() {
      await new Promise<void>((resolve) => {
        stalled = resolve
      })
    },
    holdAnswer() {
      const [begun, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
      held = { begin: begun.resolve, end: ended.promise }
      return { handedOver: begun.promise, answer: ended.resolve }
    },
    cut() {
      for (const socket of sockets) socket.destroy()
    },
    async stop() {
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
