import type { FastifyInstance } from 'fastify'
import { createServer, type Server } from 'node:net'

/**
 * libuv takes one connection from a listening socket in each turn of the event loop. While the loop is busy, anyone who
 * comes as the thousandth has waited for a thousand turns before anything of ours, admission included, knows of them.
 */
const listenerCount = 8

interface Address {
  readonly port: number
  readonly host: string
  /** Connections that may wait to be taken, at each listener. */
  readonly backlog: number
}

/** Whether several sockets of one process may listen on one port; the kernel then deals connections out to them. */
const canShare = process.platform === 'linux'

const listen = async (server: Server, address: Address): Promise<void> =>
  await new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ ...address, reusePort: true }, () => {
      server.off('error', reject)
      resolve()
    })
  })

const close = async (server: Server): Promise<void> => await new Promise((resolve) => server.close(() => resolve()))

/**
 * Listens with several sockets on one port, where the system can, so that a burst of connections is taken several
 * times faster. Closing the app closes all, and waits for the calls in flight on each.
 */
export const listenWide = async (app: FastifyInstance, { port, host, backlog }: Address): Promise<void> => {
  const others = Array.from({ length: canShare ? listenerCount - 1 : 0 }, () =>
    // As node:http makes its own.
    createServer({ allowHalfOpen: true, noDelay: true }, (socket) => app.server.emit('connection', socket)),
  )
  let closed: Promise<unknown> = Promise.resolve()
  app.addHook('preClose', (done) => {
    closed = Promise.all(others.map(close))
    done()
  })
  app.addHook('onClose', async () => void (await closed))
  const first = { port, host, backlog, reusePort: canShare }
  await app.listen(first)
  const bound = app.server.address()
  if (typeof bound !== 'object' || bound === null) return
  await Promise.all(others.map(async (other) => await listen(other, { port: bound.port, host, backlog })))
}
