import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { createPublicFetch } from './create-public-fetch.ts'
import { publicLookup, type Resolve } from './public-lookup.ts'

const closers: (() => void)[] = []
afterAll(() => closers.forEach((close) => close()))

/** A website on this machine, which the fetcher is allowed to ask, and how often it was asked. */
const createSite = async (answer: RequestListener) => {
  let asked = 0
  const server = createServer((request, response) => {
    asked += 1
    answer(request, response)
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  closers.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return { host, url: `http://${host}/`, asked: () => asked }
}

const request = (url: string) => ({ url, accept: 'text/html', maxBytes: 1_000, timeoutMs: 20_000 })
const resolveNothing: Resolve = () => Promise.reject(new Error('no name may be looked up'))
const strict = createPublicFetch({ resolve: resolveNothing })

const privateAddresses = [
  'http://127.0.0.1/',
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f.0.0.1/',
  'http://0177.0.0.1/',
  'http://127.0.0.1./',
  'http://１２７.0.0.1/',
  'http://①②⑦.0.0.1/',
  'http://0/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[64:ff9b::a9fe:a9fe]/',
  'http://169.254.169.254/latest/meta-data/',
  'http://10.0.0.1/',
  'http://localhost/',
  'http://localhost./',
  'http://LOCALHOST/',
  'http://postgres/',
  'http://printer.local/',
  'http://metadata.google.internal/',
  'http://router.home.arpa/',
]

test.each(privateAddresses)('%s is refused before anything is asked', async (url) => {
  await expect(strict(request(url))).rejects.toMatchObject({ code: 'website.not_public' })
})

test.each([
  '',
  'shop.example',
  'ftp://shop.example/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:,x',
  'http://',
  'http://user:secret@shop.example/',
  'http://1.2.3.4.5/',
])('“%s” is no address of a website', async (url) => {
  await expect(strict(request(url))).rejects.toMatchObject({ code: 'website.address_invalid' })
})

test.each(['http://1.1.1.1:22/', 'http://shop.example:6379/', 'https://shop.example:5432/'])(
  '%s: only ports of the web are reached',
  async (url) => {
    await expect(strict(request(url))).rejects.toMatchObject({ code: 'website.not_public' })
  },
)

test.each([
  ['a private address', ['10.0.0.5']],
  ['a public and a private address', ['93.184.215.14', '127.0.0.1']],
  ['a private address in IPv6', ['::ffff:192.168.0.1']],
])('a name whose DNS answers with %s is refused, and its port is not knocked at', async (_name, addresses) => {
  const resolve: Resolve = () =>
    Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })))
  await expect(createPublicFetch({ resolve })(request('http://shop.example/'))).rejects.toMatchObject({
    code: 'website.not_public',
  })
})

test('a socket is given the very addresses that were checked, from one answer of the DNS', async () => {
  let lookups = 0
  const lookup = publicLookup(() => {
    lookups += 1
    return Promise.resolve([{ address: lookups === 1 ? '93.184.215.14' : '127.0.0.1', family: 4 }])
  })
  const ask = async (all: boolean) => {
    const { promise, resolve } = Promise.withResolvers<unknown>()
    lookup('shop.example', { all }, (error, address) => resolve(error ?? address))
    return await promise
  }
  expect(await ask(true)).toEqual([{ address: '93.184.215.14', family: 4 }])
  expect(lookups).toBe(1)
  expect(await ask(false)).toMatchObject({ code: 'website.not_public' })
})

test('a redirect into a private network is not followed', async () => {
  const inside = await createSite((_request, response) => void response.end('secret'))
  for (const location of [inside.url, 'http://169.254.169.254/', '//localhost/', 'file:///etc/passwd']) {
    const site = await createSite((_request, response) => void response.writeHead(302, { location }).end())
    const fetchPublic = createPublicFetch({ allowedHosts: [site.host], resolve: resolveNothing })
    await expect(fetchPublic(request(site.url))).rejects.toMatchObject({
      code: expect.stringMatching(/^website\.(?:not_public|address_invalid)$/),
    })
  }
  expect(inside.asked()).toBe(0)
})

test('redirects are followed to where the answer is, and end after five', async () => {
  const site = await createSite((incoming, response) => {
    const left = Number(incoming.url?.slice(1))
    if (left > 0) response.writeHead(302, { location: `/${left - 1}` }).end()
    else response.writeHead(200, { 'content-type': 'Text/HTML; charset=utf-8' }).end('here')
  })
  const fetchPublic = createPublicFetch({ allowedHosts: [site.host] })
  const found = await fetchPublic(request(`${site.url}5`))
  expect({ ...found, body: Buffer.from(found.body).toString() }).toEqual({
    url: `${site.url}0`,
    status: 200,
    contentType: 'text/html',
    charset: 'utf-8',
    body: 'here',
  })
  await expect(fetchPublic(request(`${site.url}6`))).rejects.toMatchObject({ code: 'website.too_many_redirects' })
})

test('a body that is too large is left at the limit, also one that only unpacks to be', async () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000))
  const site = await createSite((incoming, response) => {
    if (incoming.url === '/bomb') response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)
    else {
      // Endless: it ends only because the fetcher hangs up.
      const timer = setInterval(() => response.write('x'.repeat(10_000)), 1)
      response.on('close', () => clearInterval(timer))
    }
  })
  const fetchPublic = createPublicFetch({ allowedHosts: [site.host] })
  for (const path of ['bomb', 'endless'])
    await expect(fetchPublic(request(`${site.url}${path}`))).rejects.toMatchObject({ code: 'website.too_large' })
})

test('a website that says nothing, or trickles, is left at the time limit', async () => {
  const site = await createSite((incoming, response) => {
    if (incoming.url === '/silent') return
    const timer = setInterval(() => response.write('x'), 100)
    response.on('close', () => clearInterval(timer))
  })
  const fetchPublic = createPublicFetch({ allowedHosts: [site.host] })
  for (const path of ['silent', 'trickle'])
    await expect(fetchPublic({ ...request(`${site.url}${path}`), timeoutMs: 700 })).rejects.toMatchObject({
      code: 'website.too_slow',
    })
})

test('a connection that breaks, a flood of headers and a port where nobody listens are “could not be reached”', async () => {
  const site = await createSite((incoming, response) => {
    if (incoming.url === '/cut')
      response.writeHead(200, { 'content-length': '10' }).write('half', () => response.destroy())
    else response.writeHead(200, { 'x-flood': 'x'.repeat(40_000) }).end()
  })
  const free = createTcpServer()
  await new Promise<void>((resolve) => void free.listen(0, '127.0.0.1', resolve))
  const closed = `127.0.0.1:${(free.address() as AddressInfo).port}`
  await new Promise<void>((resolve) => void free.close(() => resolve()))
  const fetchPublic = createPublicFetch({ allowedHosts: [site.host, closed] })
  for (const url of [`${site.url}cut`, `${site.url}flood`, `http://${closed}/`])
    await expect(fetchPublic(request(url))).rejects.toMatchObject({ code: 'website.unreachable' })
})

test('a website is told neither cookies nor whose page the address stood on', async () => {
  let headers: unknown
  const site = await createSite((incoming, response) => {
    ;({ headers } = incoming)
    response.writeHead(404, { 'set-cookie': 'a=b' }).end()
  })
  const fetchPublic = createPublicFetch({ allowedHosts: [site.host] })
  expect(await fetchPublic(request(site.url))).toMatchObject({ status: 404 })
  await fetchPublic(request(site.url))
  expect(headers).not.toHaveProperty('cookie')
  expect(headers).not.toHaveProperty('referer')
  expect(headers).not.toHaveProperty('authorization')
})
