import { mkdir, rm } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Longest name of a socket that every system takes. */
const maxSocketLength = 100

/**
 * In the data folder, where no other user of the machine can put a socket of theirs in its place; where
 * its name would be too long for that, in the system's folder.
 */
const socketOf = (dataDir: string): string => {
  const inside = path.join(dataDir, 'start.sock')
  if (process.platform !== 'win32' && inside.length <= maxSocketLength) return inside
  const name = `afterword-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : path.join(tmpdir(), `${name}.sock`)
}

const isAnswered = async (socket: string): Promise<boolean> =>
  await new Promise((resolve) => {
    const probe = connect(socket)
    probe.once('connect', () => {
      probe.destroy()
      resolve(true)
    })
    probe.once('error', () => resolve(false))
  })

const listen = async (socket: string): Promise<Server> =>
  await new Promise((resolve, reject) => {
    const server = createServer((peer) => peer.destroy())
    server.once('error', reject)
    server.listen(socket, () => resolve(server))
  })

/**
 * Makes sure that one start at a time uses a data folder. The lock is a listening socket, so it is
 * gone with its process however that ends.
 *
 * @returns A function that gives the lock back.
 * @throws Error with one sentence when another start holds it.
 */
export const lockDataDir = async (dataDir: string): Promise<() => void> => {
  await mkdir(dataDir, { recursive: true })
  const socket = socketOf(dataDir)
  if (await isAnswered(socket)) throw new Error(`Afterword is already running from ${dataDir}. Stop it first.`)
  await rm(socket, { force: true })
  const server = await listen(socket)
  return () => void server.close()
}
