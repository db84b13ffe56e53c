import { SMTPServer } from 'smtp-server'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

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
  readonly stop: () => Promise<void>
}

/** A real SMTP server on a port of its own that keeps what it is sent. */
export const startSmtpSink = async (): Promise<SmtpSink> => {
  const mails: CaughtMail[] = []
  let reply: readonly [number, string] | null = null
  let stalled: (() => void) | undefined
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
        callback()
      })
    },
  })
  // A client that is killed resets its connection; that is what some tests are about.
  server.on('error', () => undefined)
  const listener = server.listen(0, '127.0.0.1')
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
    async stop() {
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
