import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { urlOf } from '../testing/api-server.ts'
import { openRaw, rawGet } from '../testing/raw-connection.ts'
import { takeTurns } from './turns.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections()
})

const listen = async (serve: RequestListener, stalledMs?: number): Promise<string> => {
  const server = createServer(takeTurns(serve, stalledMs === undefined ? {} : { stallMs: stalledMs }))
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return urlOf(server)
}

test('a pipeline is answered one by one, in order, and the connection goes on', async () => {
  const seen = { atOnce: 0, most: 0 }
  const url = await listen((request, response) => {
    seen.most = Math.max(seen.most, (seen.atOnce += 1))
    setImmediate(() => {
      seen.atOnce -= 1
      response.end(`[${request.url}]`)
    })
  })
  const paths = Array.from({ length: 25 }, (_, index) => `/${index}`)
  const raw = await openRaw(url)
  raw.write(paths.map((path) => rawGet(path)).join(''))
  await raw.untilAnswers(25)
  raw.write(rawGet('/after'))
  await raw.untilAnswers(26)
  expect([...raw.text().matchAll(/\[(\/\w+)\]/g)].map(([, path]) => path)).toEqual([...paths, '/after'])
  expect(seen.most).toBe(1)
  raw.end()
})

test('bodies in a pipeline are read in their turn', async () => {
  const url = await listen((request, response) => {
    let body = ''
    request.on('data', (piece: Buffer) => (body += piece.toString()))
    request.on('end', () => response.end(`[${body}]`))
  })
  const raw = await openRaw(url)
  const post = (body: string): string => `POST / HTTP/1.1\r\nhost: x\r\ncontent-length: ${body.length}\r\n\r\n${body}`
  raw.write(['one', 'two', 'x'.repeat(100_000), 'four'].map(post).join(''))
  await raw.untilAnswers(4)
  expect([...raw.text().matchAll(/\[(\w+)\]/g)].map(([, body]) => body?.length)).toEqual([3, 3, 100_000, 4])
  raw.end()
})

test('of a pipeline whose answers nobody reads the next is not begun until there is room for its answer', async () => {
  const [answer, seen] = ['x'.repeat(8 * 1_048_576), { begun: 0 }]
  const url = await listen((_request, response) => {
    seen.begun += 1
    response.end(answer)
  })
  const raw = await openRaw(url, { isDeaf: true })
  raw.write(rawGet('/').repeat(20))
  while (seen.begun === 0) await new Promise(setImmediate)
  raw.socket.resume()
  while (seen.begun < 2) await new Promise(setImmediate)
  raw.socket.pause()
  expect(seen.begun).toBeLessThan(20)
  raw.end()
})

test('a pipeline beyond what may wait ends its connection', async () => {
  const url = await listen((_request, response) => void setImmediate(() => response.end('x')))
  const raw = await openRaw(url)
  raw.write(rawGet('/').repeat(64))
  await raw.closed
})

test('an answer that nobody takes is given up, with its connection', async () => {
  const gone = Promise.withResolvers<boolean>()
  const url = await listen((_request, response) => {
    response.once('close', () => gone.resolve(response.writableFinished))
    response.end('x'.repeat(32 * 1_048_576))
  }, 100)
  const raw = await openRaw(url, { isDeaf: true })
  raw.write(rawGet('/'))
  expect(await gone.promise).toBe(false)
  raw.end()
})

test('an answer that takes its time is waited for', async () => {
  const url = await listen((_request, response) => {
    // Several times as long as an unread answer would be kept.
    response.once('timeout', () => setImmediate(() => response.end('late')))
  }, 50)
  const raw = await openRaw(url)
  raw.write(rawGet('/'))
  await raw.untilAnswers(1)
  raw.end()
})

test('what stood behind an answer that ends the connection is not begun', async () => {
  const begun: (string | undefined)[] = []
  const url = await listen((request, response) => {
    begun.push(request.url)
    response.setHeader('connection', 'close').end('last')
  })
  const raw = await openRaw(url)
  raw.write(rawGet('/a') + rawGet('/b'))
  await raw.closed
  expect(begun).toEqual(['/a'])
})
