import type { Socket } from 'node:net'
import { connect } from 'node:net'
import postgres from 'postgres'
import { expect, test } from 'vitest'
import { useTestDatabase } from '../testing/template-db.ts'

const { db, url } = await useTestDatabase()

// What fails here without patches/postgres@3.4.9.patch is told in docs/decisions/038-a-patched-driver.md.
test('a connection that Postgres has closed refuses what is written to it and ends no process', async () => {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  const reserved = await sql.reserve()
  const [own] = await reserved<{ pid: number }[]>`select pg_backend_pid() as pid`
  await db.$client`select pg_terminate_backend(${own?.pid ?? 0})`
  for (let round = 0; round < 20; round += 1) {
    await expect(reserved`select 1`).rejects.toThrow()
  }
  await sql.end({ timeout: 1 })
})

/** A client of one connection, whose socket can be taken hold of. */
const openHeld = () => {
  const sockets: Socket[] = []
  const { hostname, port } = new URL(url)
  // postgres.js passes its options on, and its types leave `socket` out.
  const held: object = {
    socket: async () =>
      await new Promise<Socket>((resolve, reject) => {
        const socket = connect(Number(port), hostname, () => resolve(socket))
        socket.once('error', reject)
        sockets.push(socket)
      }),
  }
  return { sql: postgres(url, { max: 1, connect_timeout: 60, onnotice: () => undefined, ...held }), sockets }
}

test('what is asked of a connection that has just broken fails at once, and the next is answered', async () => {
  const { sql, sockets } = openHeld()
  await sql`select 1`
  for (let round = 0; round < 3; round += 1) {
    // The socket says that it broke, and only then that it is closed: the statement comes between.
    const socket = sockets.at(-1)
    const broke = new Promise((resolve) => socket?.once('error', resolve))
    socket?.destroy(new Error('connection reset'))
    await broke
    await expect(sql`select 2`).rejects.toThrow('CONNECTION_CLOSED')
    expect(await sql`select 3 as three`).toEqual([{ three: 3 }])
  }
  expect(sockets).toHaveLength(4)
  await sql.end({ timeout: 1 })
})

test.each(['while a statement waits', 'while it rests'])(
  'a client whose connection broke %s can be closed: it forgets what was refused',
  async (when) => {
    const { sql, sockets } = openHeld()
    await sql`select 1`
    const lost = when === 'while it rests' ? null : expect(sql`select pg_sleep(600)`).rejects.toThrow()
    await new Promise((resolve) => setImmediate(resolve))
    const socket = sockets.at(-1)
    const closed = new Promise((resolve) => socket?.once('close', resolve))
    socket?.destroy(new Error('connection reset'))
    await closed
    await lost
    await sql.end()
  },
)
