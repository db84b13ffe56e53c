import { createAuth } from '@afterword/auth/auth'
import { createKeyring } from '@afterword/auth/keyring'
import { rotateSession } from '@afterword/auth/rotate'
import { openDatabase } from '@afterword/db/connection/client'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { type OpenSession, secret } from './our-sessions.ts'

/** Type of the message with which Postgres ends each answer: ReadyForQuery. */
const readyForQuery = 'Z'.charCodeAt(0)

/** Counts ReadyForQuery in what Postgres sends, whatever pieces it comes in. */
const createCounter = () => {
  let pending = Buffer.alloc(0)
  let count = 0
  return {
    take(piece: Buffer): void {
      pending = Buffer.concat([pending, piece])
      while (pending.length >= 5 && pending.length > pending.readUInt32BE(1)) {
        if (pending[0] === readyForQuery) count += 1
        pending = pending.subarray(1 + pending.readUInt32BE(1))
      }
    },
    read: () => count,
  }
}

/** How often one refresh waits for Postgres, counted on the wire, once statements are prepared. */
export const countRoundTrips = async (databaseUrl: string, sessions: readonly OpenSession[]): Promise<number> => {
  const counter = createCounter()
  const listener = createServer((client) => {
    const server = connect(Number(new URL(databaseUrl).port), '127.0.0.1')
    client.pipe(server).on('data', (piece: Buffer) => {
      counter.take(piece)
      client.write(piece)
    })
    for (const socket of [client, server]) socket.on('error', () => undefined)
  })
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const url = databaseUrl.replace(/:\d+\//, `:${(listener.address() as AddressInfo).port}/`)
  const { db, close } = openDatabase({ url, maxConnections: 1 })
  const auth = createAuth({ db, keyring: createKeyring(secret), publicUrl: 'http://127.0.0.1', now: () => new Date() })
  const [first, ...others] = sessions
  const refresh = async (session: OpenSession | undefined): Promise<void> => {
    await rotateSession(auth, session?.refreshToken ?? '', { ipPrefix: null, uaFamily: null })
  }
  for (let time = 0; time < 3; time += 1) await refresh(first)
  const before = counter.read()
  for (const session of others) await refresh(session)
  const trips = (counter.read() - before) / others.length
  await close()
  listener.close()
  return trips
}
