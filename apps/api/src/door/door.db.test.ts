import { createKeyring } from '@afterword/auth/keyring'
import { callerHeader, readSignedCaller } from '@afterword/auth/caller-header'
import { createReview } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { createReviewShop } from '@afterword/services/testing/review-world'
import { encodeId } from '@afterword/validation/primitives/ids'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer as createHttpServer, type IncomingHttpHeaders } from 'node:http'
import { afterAll, describe, expect, test } from 'vitest'
import { createAdmission } from '../admission/admission.ts'
import { type HttpAnswer, startApi, urlOf } from '../testing/api-server.ts'
import { openRaw, type RawConnection, rawGet } from '../testing/raw-connection.ts'

const places = 2
const { db, gate } = await useTestDatabase({ maxConnections: places })
const shop = await createReviewShop(db)
for (let count = 0; count < 50; count += 1)
  await createReview(db, {
    shopId: shop.shop.id,
    productId: shop.product.id,
    status: 'published',
    body: 'Soft and warm. '.repeat(300),
    publishedAt: new Date(),
  })

/** Stands for apps/web: notes what it was asked with. */
const told: IncomingHttpHeaders[] = []
const web = createHttpServer(({ headers }, response) => {
  told.push(headers)
  response.end('<p>page')
}).listen(0, '127.0.0.1')
await once(web, 'listening')

const admission = createAdmission({ ceiling: 40, floor: 40, mostReviews: 40, networkShare: 0.5 })
const webUrl = urlOf(web)
const api = await startApi(db, { gate, admission, webUrl })
const behindProxy = await startApi(db, { webUrl, isProxyTrusted: true })
afterAll(async () => {
  await Promise.all([api.stop(), behindProxy.stop()])
  web.close()
})

const attacker = '127.0.66.6'
const base = `/storefront/v1/${shop.shop.accessCode}/products/${shop.product.platformId}`
const list = `${base}/reviews?limit=50`
const opened: RawConnection[] = []
const attack = async (options: { isDeaf?: boolean } = {}): Promise<RawConnection> => {
  const raw = await openRaw(api.url, { from: attacker, ...options })
  opened.push(raw)
  return raw
}
const leave = (): void => opened.splice(0).forEach((raw) => raw.end())

/** What a customer has ready to send. */
const answer = async (): Promise<object> => ({
  code: shop.code,
  lineItemId: encodeId('lineItem', (await shop.addItem()).id),
  submissionId: randomUUID(),
  rating: 5,
  body: 'Soft.',
})
const submit = async (body: object): Promise<HttpAnswer> => await api.sendOwn('/api/trpc/customer.review.submit', body)

describe('connections that read nothing of what they asked for', () => {
  test('hold no place: each has one answer made at a time, and others are served', async () => {
    for (let count = 0; count < 40; count += 1) (await attack({ isDeaf: true })).write(rawGet(list).repeat(30))
    // Others may have to ask again while the first answers are being made, but not for as long as the connections stand.
    while ((await api.send(list)).status === 503);
    while (admission.load().inFlight > 0) await new Promise(setImmediate)
    expect((await api.send(list)).status).toBe(200)
    expect((await submit(await answer())).status).toBe(200)
    expect((await api.send('/sign-in', { headers: { accept: 'text/html' } })).status).toBe(200)
    expect(opened.filter((raw) => raw.isClosed())).toHaveLength(0)
    leave()
  })

  test('with 64 requests in one piece are closed', async () => {
    const raw = await attack({ isDeaf: true })
    raw.write(rawGet(list).repeat(64))
    raw.socket.resume()
    await raw.closed
  })
})

describe('bodies on their way', () => {
  const head = (length: number): string =>
    `POST /api/trpc/customer.review.submit HTTP/1.1\r\nhost: reviews.example\r\norigin: http://reviews.example\r\nx-app: 1\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`

  test('take no place: a hundred of them keep nobody from sending a review', async () => {
    for (let count = 0; count < 100; count += 1) (await attack()).write(`${head(500)}{`)
    expect((await submit(await answer())).status).toBe(200)
    expect(admission.load().inFlight).toBe(0)
    leave()
  })

  test('rest meanwhile: five hundred and twelve of one network make room for its next caller', async () => {
    const slow = await Promise.all(Array.from({ length: 512 }, async () => await attack()))
    for (const raw of slow) raw.write(`${head(9_000)}${'x'.repeat(7_600)}`)
    const neighbour = await attack()
    neighbour.write('GET /healthz HTTP/1.1\r\nhost: reviews.example\r\n\r\n')
    await neighbour.untilAnswers(1)
    expect(neighbour.text()).toMatch(/^HTTP\/1\.1 200 /)
    leave()
  })

  test('of half a million fields, and addresses of four thousand parameters, reach nobody who would read them', async () => {
    const before = told.length
    const form = { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://reviews.example' }
    const fields = await api.send('/api/auth/callback/credentials', {
      method: 'POST',
      body: 'a&'.repeat(30_000),
      headers: form,
    })
    const large = await api.send('/api/auth/callback/credentials', {
      method: 'POST',
      body: 'a&'.repeat(500_000),
      headers: form,
    })
    const parameters = await api.send(`/sign-in?${'a&'.repeat(3_990)}`)
    expect([fields.status, large.status, parameters.status]).toEqual([413, 413, 414])
    expect(told).toHaveLength(before)
  })

  test('are served when they are whole, in however many pieces they come', async () => {
    const body = JSON.stringify(await answer())
    const raw = await attack()
    raw.write(head(Buffer.byteLength(body)))
    for (const piece of body.match(/.{1,40}/g) ?? []) {
      raw.write(piece)
      await new Promise(setImmediate)
    }
    await raw.untilAnswers(1)
    expect(raw.text()).toMatch(/^HTTP\/1\.1 200 /)
    leave()
  })

  test('that say they are too large are refused before they come', async () => {
    const raw = await attack()
    raw.write(`${head(2_097_153)}{`)
    await raw.closed
    expect(raw.text()).toMatch(/^HTTP\/1\.1 413 .*"code":"body\.too_large"/s)
  })
})

test('headers that do not come to their end are answered 408, and a connection without a word is closed', async () => {
  const [slow, silent] = [await attack(), await attack()]
  slow.write('GET / HTTP/1.1\r\nhost: reviews.example\r\nx-a: ')
  await Promise.all([slow.closed, silent.closed])
  expect(slow.text()).toMatch(/^HTTP\/1\.1 408 .*"code":"request\.too_slow"/s)
})

test('one network holds half of the places and no more: the others are let in', async () => {
  const door = Promise.withResolvers<void>()
  const held = Array.from({ length: places }, async () => await gate.run(async () => await door.promise))
  for (let count = 0; count < 40; count += 1) (await attack()).write(rawGet(list))
  while (opened.some((raw) => raw.text() === '') && admission.load().inFlight < 16) await new Promise(setImmediate)
  while (opened.filter((raw) => raw.text().includes(' 503 ')).length < 24) await new Promise(setImmediate)
  expect(admission.load().inFlight).toBe(16)
  const others = Array.from({ length: 8 }, async () => await api.send(`${base}/summary`))
  while (admission.load().inFlight < 24) await new Promise(setImmediate)
  door.resolve()
  await Promise.all(held)
  expect((await Promise.all(others)).map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200))
  leave()
})

describe('what is too long', () => {
  test('in an address is 414, in headers 431, each in our own words', async () => {
    const address = await api.send(`/write/detail/${'x'.repeat(8_000)}`)
    expect([address.status, address.json()['code']]).toEqual([414, 'address.too_long'])
    const raw = await attack()
    raw.write(rawGet('/', `x-a: ${'x'.repeat(17_000)}\r\n`))
    await raw.closed
    expect(raw.text()).toMatch(/^HTTP\/1\.1 431 .*"code":"headers\.too_large"/s)
  })

  test('is told a person in words, in their language; a program in JSON', async () => {
    const cookie = `cookie: c=${'x'.repeat(17_000)}\r\n`
    const browser = 'accept: text/html,*/*;q=0.8\r\nsec-fetch-mode: navigate\r\n'
    const ask = async (path: string, headers: string): Promise<string> => {
      const raw = await attack()
      raw.write(rawGet(path, headers))
      await raw.closed
      return Buffer.from(raw.text(), 'latin1').toString()
    }
    const english = await ask('/admin/reviews', `${browser}${cookie}`)
    expect(english).toMatch(/^HTTP\/1\.1 431 .*text\/html.*<h1[^>]*>Your browser sends too many cookies</s)
    expect(await ask('/write/detail/x', `${browser}accept-language: ko-KR\r\n${cookie}`)).toMatch(
      /431 .*lang="ko".*쿠키/s,
    )
    expect(await ask('/api/trpc/x', `accept: */*\r\n${cookie}`)).toMatch(/431 .*"code":"headers\.too_large"/s)
    expect(await ask(`/write/detail/${'x'.repeat(8_000)}`, browser)).toMatch(/414 .*<h1[^>]*>This address is too long/s)
  })

  test('and comes in pieces, is told in both languages: who asks is not known any more', async () => {
    const raw = await attack()
    raw.write('GET /write/detail/x HTTP/1.1\r\nhost: reviews.example\r\ncookie: a=b')
    await api.send('/')
    raw.write('x'.repeat(17_000))
    await raw.closed
    const page = Buffer.from(raw.text(), 'latin1').toString()
    expect(page).toMatch(/431 .*Your browser sends too many cookies.*<h2 lang="ko">/s)
  })

  test('for others to run expressions over is cut before apps/web sees it; what people need is not', async () => {
    const pairs = Array.from({ length: 190 }, (_, index) => `c${index}=${'v'.repeat(40)}`)
    const long = {
      'user-agent': `Mozilla/5.0 ${'Mozilla/5.0 '.repeat(300)}`,
      'accept-language': Array.from({ length: 400 }, () => 'ko').join(','),
      accept: Array.from({ length: 80 }, () => 'text/html').join(','),
      cookie: pairs.join('; '),
      referer: `http://reviews.example/${'x'.repeat(2_000)}`,
    }
    await api.send('/', { headers: { ...long, 'user-agent': 'A'.repeat(2_000) } })
    const seen = told.at(-1) ?? {}
    expect(seen['user-agent']).toHaveLength(256)
    expect(seen['accept-language']).toMatch(/^(?:ko,)+ko$/)
    expect(Object.entries(seen).every(([name, value = '']) => name === 'cookie' || value.length <= 1_024)).toBe(true)
    expect(seen.cookie?.split('; ').every((pair) => pairs.includes(pair))).toBe(true)
    const usual = {
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64)',
      'accept-language': 'ko-KR,ko;q=0.9',
      cookie: 'a=b',
    }
    await api.send('/', { headers: usual })
    expect(told.at(-1)).toMatchObject(usual)
  })
})

describe('who asks', () => {
  const keyring = createKeyring('a secret of thirty-two characters or more')
  const claims = {
    'x-forwarded-for': '198.51.100.9',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    'x-forwarded-port': '1',
    forwarded: 'for=198.51.100.9;host=evil.example',
    'x-real-ip': '198.51.100.9',
    'cf-connecting-ip': '198.51.100.9',
    'true-client-ip': '198.51.100.9',
    'client-ip': '198.51.100.9',
    'x-middleware-subrequest': 'src/proxy',
    'x-page-path': '/admin',
    traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    tracestate: 'a=b',
    baggage: 'a=b',
    'x-request-id': 'chosen-by-a-stranger',
    [callerHeader]: 'forged 198.51.100.9',
  }
  const seenBy = async (one: typeof api): Promise<IncomingHttpHeaders> => {
    await one.send('/some/page', { headers: { host: 'reviews.example', ...claims } })
    return told.at(-1) ?? {}
  }

  test('is what the door saw, signed, whatever a stranger’s headers claim', async () => {
    const seen = await seenBy(api)
    expect(readSignedCaller(keyring, String(seen[callerHeader]))).toBe('127.0.0.1')
    expect(JSON.stringify(seen)).not.toMatch(/198\.51\.100|evil|chosen|middleware|\/admin|4bf92f35|a=b/)
    expect(seen).toMatchObject({ host: 'reviews.example', 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'http' })
  })

  test('is what a trusted proxy says in X-Forwarded-*, and nothing that other headers claim', async () => {
    const seen = await seenBy(behindProxy)
    expect(readSignedCaller(keyring, String(seen[callerHeader]))).toBe('198.51.100.9')
    expect(seen).toMatchObject({
      host: 'evil.example',
      'x-forwarded-proto': 'https',
      'x-request-id': claims['x-request-id'],
      'x-page-path': '/some/page',
    })
    for (const name of ['forwarded', 'x-real-ip', 'cf-connecting-ip', 'true-client-ip', 'client-ip'])
      expect(seen[name], name).toBeUndefined()
  })
})
