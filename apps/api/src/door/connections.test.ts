import { toNetwork } from '@afterword/auth/request-origin'
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { urlOf } from '../testing/api-server.ts'
import { openRaw, type RawConnection, rawGet } from '../testing/raw-connection.ts'
import { limitConnections } from './connections.ts'

const cleanUps: (() => void)[] = []
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp()
})

const listen = async (limits: { most: number; mostPerNetwork: number }) => {
  const held: ServerResponse[] = []
  const server = createServer((request, response) => {
    connections.begin(request.socket)
    response.once('close', () => connections.rest(request.socket))
    if (request.url === '/held') held.push(response)
    else response.end('served')
  })
  const connections = limitConnections(server, {
    ...limits,
    networkOf: ({ remoteAddress = '' }) => (remoteAddress === '127.0.9.9' ? null : toNetwork(remoteAddress)),
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  cleanUps.push(() => server.close().closeAllConnections())
  const ask = async (path: string, from: string): Promise<RawConnection> => {
    const raw = await openRaw(urlOf(server), { from })
    cleanUps.push(raw.end)
    raw.write(rawGet(path))
    if (path !== '/held') await raw.untilAnswers(1)
    return raw
  }
  return { ask, held, open: async (from: string) => await openRaw(urlOf(server), { from }) }
}

test('one connection too many of a network ends the one that went longest without a request', async () => {
  const { ask } = await listen({ most: 100, mostPerNetwork: 3 })
  const [first, second, third] = [await ask('/', '127.0.1.1'), await ask('/', '127.0.1.2'), await ask('/', '127.0.1.3')]
  first.write(rawGet('/'))
  await first.untilAnswers(2)
  const neighbour = await ask('/', '127.0.2.1')
  await ask('/', '127.0.1.4')
  await second.closed
  expect([first, third, neighbour].map(({ isClosed }) => isClosed())).toEqual([false, false, false])
})

test('a connection that is being served never makes room, and a newcomer finds none', async () => {
  const { ask, open, held } = await listen({ most: 100, mostPerNetwork: 2 })
  const [one, two] = [await ask('/held', '127.0.1.1'), await ask('/held', '127.0.1.2')]
  while (held.length < 2) await new Promise(setImmediate)
  await (
    await open('127.0.1.3')
  ).closed
  for (const response of held) response.end('served')
  await Promise.all([one.untilAnswers(1), two.untilAnswers(1)])
})

test('all networks together are bounded as well, a proxy’s connections included', async () => {
  const { ask } = await listen({ most: 3, mostPerNetwork: 2 })
  const proxied = await ask('/', '127.0.9.9')
  for (const from of ['127.0.9.9', '127.0.9.9', '127.0.3.1']) await ask('/', from)
  await proxied.closed
})
