import { useTestDatabase } from '@afterword/db/testing/template-db'
import { createServer } from 'node:http'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { startApi, urlOf } from '../testing/api-server.ts'

const { db } = await useTestDatabase()
const asked: string[] = []
/** Stands for apps/web, as `next start` answers. */
const web = createServer((request, response) => {
  const { url = '/', headers } = request
  asked.push(url)
  if (url.endsWith('missing.js')) {
    response.writeHead(404, { 'content-type': 'text/html' }).end('not here')
    return
  }
  const coding = headers['accept-encoding'] ?? 'none'
  const isNamedByContent = url.startsWith('/_next/static/')
  response.writeHead(200, {
    'content-type': 'application/javascript; charset=UTF-8',
    'cache-control': isNamedByContent ? 'public, max-age=31536000, immutable' : 'private, no-cache, no-store',
    vary: 'Accept-Encoding',
  })
  response.end(`asked as ${coding}`)
})
await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
const api = await startApi(db, { webUrl: urlOf(web) })
afterAll(async () => {
  await api.stop()
  web.close()
})
beforeEach(() => asked.splice(0))

const ask = async (path: string, coding = 'gzip') => await api.send(path, { headers: { 'accept-encoding': coding } })

test('a part of a page is asked of apps/web once for each coding, with every header a script needs', async () => {
  const answers = [await ask('/_next/static/a1.js'), await ask('/_next/static/a1.js')]
  answers.push(await ask('/_next/static/a1.js', 'br'), await ask('/_next/static/a1.js', 'br'))
  expect(answers.map(({ text }) => text)).toEqual(['asked as gzip', 'asked as gzip', 'asked as br', 'asked as br'])
  expect(asked).toHaveLength(2)
  for (const { status, headers } of answers) {
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'application/javascript; charset=UTF-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    })
  }
  expect(new Set(answers.map(({ headers }) => headers['x-request-id'])).size).toBe(4)
})

test('a stranger fills the memory neither with made-up queries nor with made-up codings', async () => {
  for (const coding of ['gzip', 'GZIP, x-1', 'deflate, gzip;q=0.5', 'x-2, gzip'])
    expect((await ask('/_next/static/d4.js', coding)).text).toBe('asked as gzip')
  for (const coding of ['br, gzip', 'gzip, deflate, br, zstd'])
    expect((await ask('/_next/static/d4.js', coding)).text).toBe('asked as br, gzip')
  for (const coding of ['x-3', 'gzip;q=0', '*;q=0'])
    expect((await ask('/_next/static/d4.js', coding)).text).toBe('asked as identity')
  expect(asked).toHaveLength(3)
  for (let turn = 0; turn < 2; turn += 1) await ask('/_next/static/d4.js?x')
  expect(asked).toHaveLength(5)
})

test('what is not there is asked for again, and a page every time', async () => {
  for (const path of ['/_next/static/missing.js', '/_next/static/missing.js', '/sign-in', '/sign-in']) await ask(path)
  expect(asked).toHaveLength(4)
})

test('an open page finds its parts while apps/web is away', async () => {
  await ask('/_next/static/b2.js')
  web.closeAllConnections()
  web.close()
  expect((await ask('/_next/static/b2.js')).text).toBe('asked as gzip')
  const unknown = await ask('/_next/static/c3.js')
  expect([unknown.status, unknown.json()['code']]).toEqual([503, 'unavailable'])
})
