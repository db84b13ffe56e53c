import Fastify, { type FastifyInstance } from 'fastify'
import type { AddressInfo } from 'node:net'
import { Worker } from 'node:worker_threads'
import { afterEach, expect, test } from 'vitest'
import { listenWide } from './listen-wide.ts'
import type { ConnectionOrder } from './testing/open-connections.ts'

const address = { port: 0, host: '127.0.0.1', backlog: 4_096 }
const opened: FastifyInstance[] = []
afterEach(async () => await Promise.all(opened.splice(0).map(async (app) => await app.close())))

const open = async (prepare: (app: FastifyInstance) => void = () => undefined) => {
  const app = Fastify()
  prepare(app)
  opened.push(app)
  await listenWide(app, address)
  const { port } = app.server.address() as AddressInfo
  return { app, port, url: `http://127.0.0.1:${port}` }
}

/** So many connections come while nobody looks: this thread sleeps until all are made. @returns Lets go of them */
const sleepThroughBurst = (port: number, count: number): (() => Promise<number>) => {
  const made = new Int32Array(new SharedArrayBuffer(4))
  const workerData: ConnectionOrder = { port, count, made }
  const worker = new Worker(new URL('testing/open-connections.ts', import.meta.url), { workerData })
  for (let seen = 0; seen < count; seen = Atomics.load(made, 0)) Atomics.wait(made, 0, seen)
  return async () => await worker.terminate()
}

test.runIf(process.platform === 'linux')(
  'a burst of connections is taken in a quarter of the turns that one listener needs, or fewer',
  async () => {
    const { app, port } = await open()
    const burst = 400
    const seen = { taken: 0, turns: 0 }
    app.server.on('connection', () => (seen.taken += 1))
    const letGo = sleepThroughBurst(port, burst)
    while (seen.taken < burst) {
      await new Promise(setImmediate)
      seen.turns += 1
    }
    await letGo()
    expect(seen.turns).toBeLessThanOrEqual(burst / 4)
  },
)

test('whoever is let in is answered, whichever listener took them, and closing waits for each', async () => {
  const door = Promise.withResolvers<string>()
  const { app, url } = await open((made) => made.get('/', async () => await door.promise))
  let arrived = 0
  app.server.on('request', () => (arrived += 1))
  const answers = Array.from({ length: 40 }, async () => {
    const answer = await fetch(url, { headers: { connection: 'close' } })
    return [answer.status, await answer.text()]
  })
  while (arrived < answers.length) await new Promise(setImmediate)
  let isClosed = false
  const closing = app.close().then(() => (isClosed = true))
  while (app.server.listening) await new Promise(setImmediate)
  for (let turn = 0; turn < 100; turn += 1) await new Promise(setImmediate)
  expect(isClosed).toBe(false)
  door.resolve('served')
  expect(await Promise.all(answers)).toEqual(Array.from({ length: 40 }, () => [200, 'served']))
  await closing
  await expect(fetch(url)).rejects.toThrow()
})

test('a port that another program holds is an error, as ever', async () => {
  const other = Fastify()
  opened.push(other)
  await other.listen({ port: 0, host: address.host })
  const { port } = other.server.address() as AddressInfo
  const app = Fastify()
  opened.push(app)
  await expect(listenWide(app, { ...address, port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
})
