import { connect, type Socket } from 'node:net'
import { type AttackName, attacks, type Target } from './attacks.ts'

/** What attacks are made of. Everything it holds or sends is bounded, and ends with the process. */
export interface Attacker {
  /** Keeps so many connections open, and opens another for each that is closed, within a second. */
  readonly hold: (count: number, use: (socket: Socket) => void) => void
  /** Sends one byte every five seconds after a beginning. */
  readonly drip: (socket: Socket, beginning: string) => void
  /** Sends so many requests a second, each on a connection of its own. */
  readonly every: (perSecond: number, write: () => string) => void
}

const dripMs = 5_000
const holdMs = 1_000
/** An answer that has not come by then is not waited for. */
const patienceMs = 10_000

const createAttacker = (port: number): Attacker => {
  let turn = 0
  const open = (): Socket => {
    turn += 1
    // Four networks of our own loopback, none of them the honest callers'.
    const localAddress = `127.0.${66 + (turn % 4)}.${1 + (turn % 250)}`
    return connect({ port, host: '127.0.0.1', localAddress }).on('error', () => undefined)
  }
  return {
    hold(count, use) {
      const held = new Set<Socket>()
      const fill = (): void => {
        while (held.size < count) {
          const socket = open()
          held.add(socket)
          socket.once('close', () => held.delete(socket))
          use(socket)
        }
      }
      fill()
      setInterval(fill, holdMs)
    },
    drip(socket, beginning) {
      socket.write(beginning)
      const timer = setInterval(() => socket.write('x'), dripMs)
      socket.once('close', () => clearInterval(timer))
    },
    every(perSecond, write) {
      setInterval(() => {
        const socket = open().resume()
        socket.setTimeout(patienceMs, () => socket.destroy())
        socket.write(write())
      }, 1_000 / perSecond)
    },
  }
}

/** A process of its own: `attacker.ts <attack> <port> <storefront>`; it attacks until it is ended. */
const [name = '', port = '', storefront = ''] = process.argv.slice(2)
const target: Target = { origin: `http://127.0.0.1:${port}`, storefront }
attacks[name as AttackName].begin(createAttacker(Number(port)), target)
process.on('disconnect', () => process.exit(0))
