import { openDatabase } from '@afterword/db/connection/client'
import { createReview } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { createReviewShop, fingerprintTables, signInMember } from '@afterword/services/testing/review-world'
import { encodeId } from '@afterword/validation/primitives/ids'
import { randomUUID } from 'node:crypto'
import { createServer as createHttpServer } from 'node:http'
import { afterAll, describe, expect, test } from 'vitest'
import { type HttpAnswer, startApi, urlOf } from './testing/api-server.ts'

const { db, url: databaseUrl } = await useTestDatabase()
const api = await startApi(db)
afterAll(api.stop)
const shop = await createReviewShop(db)
const lineItemId = encodeId('lineItem', shop.lineItem.id)

/** A refusal in our own words: the body's three fields and the id that is in the header too. */
const expectRefusal = (answer: HttpAnswer, status: number, code: string): void => {
  expect(answer.status, answer.text).toBe(status)
  const body = answer.json()
  expect(body).toMatchObject({ code, message: expect.stringMatching(/\w/) })
  expect(body['requestId']).toBe(answer.headers['x-request-id'])
}

describe('every answer', () => {
  test('carries a request id of its own, and none that a stranger chose', async () => {
    const ids = new Set<string>()
    for (const path of ['/healthz', '/readyz', '/', '/api/nothing', '/storefront/v1/nobody/products/1/summary']) {
      const { headers } = await api.send(path, { headers: { 'x-request-id': 'chosen-by-a-stranger' } })
      expect(headers['x-request-id']).toMatch(/^[\w-]{36}$/)
      ids.add(String(headers['x-request-id']))
    }
    expect(ids.size).toBe(5)
  })

  test('of a page comes from apps/web, with the same id', async () => {
    const answer = await api.send('/some/page?x=1')
    expect(answer.text).toBe(`<p>page /some/page?x=1 ${String(answer.headers['x-request-id'])}</p>`)
  })

  test('tells browsers not to sniff, frame or refer', async () => {
    const { headers } = await api.send(`/write/detail/${shop.code}`)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex, nofollow',
    })
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['set-cookie']).toBeUndefined()
  })
})

test('a page’s scripts run by a nonce made for this one answer, which apps/web is told', async () => {
  const told: (string | undefined)[] = []
  const web = createHttpServer(({ headers }, response) => {
    told.push(headers['content-security-policy'] as string | undefined)
    response.end('<p>page')
  })
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
  const door = await startApi(db, { webUrl: urlOf(web) })
  const own = { headers: { 'content-security-policy': "script-src 'nonce-chosenByAStranger'" } }
  const policies = [await door.send('/sign-in', own), await door.send('/sign-in')].map(
    ({ headers }) => headers['content-security-policy'],
  )
  expect(told).toEqual(policies)
  const [first, second] = policies.map((policy) => /script-src ([^;]*)/.exec(String(policy))?.[1] ?? '')
  expect(first).toMatch(/^'self' 'nonce-[\w+/]{22}==' 'sha256-[\w+/]{43}='$/)
  expect(second).not.toBe(first)
  await door.stop()
  web.close()
})

test('what is no page runs no inline script at all', async () => {
  expect((await api.send('/healthz')).headers['content-security-policy']).toContain("script-src 'self';")
})

describe('a refusal has a code, a message and the request id', () => {
  test.each(['/api/nothing', '/api/trpc2/x', '/storefront/v1/nothing', '/webhooks/nothing', '/api/reports/x'])(
    '404 where nothing is: %s',
    async (path) => expectRefusal(await api.send(path), 404, 'route.not_found'),
  )

  test.each(['/%E0%A4%A', '/storefront/v1/%/products/1/summary', '/api/trpc/%ff', '/write/detail/%C3%28/reviews'])(
    '400 for an address that is no text: %s',
    async (path) => expectRefusal(await api.send(path), 400, 'body.invalid'),
  )

  test('400 for malformed JSON, 413 for a body beyond the limit, 400 for a type nobody reads', async () => {
    const headers = { origin: 'http://reviews.example', 'x-app': '1', 'content-type': 'application/json' }
    const post = async (body: string, change: Record<string, string> = {}) =>
      await api.send('/api/session', { method: 'POST', body, headers: { ...headers, ...change } })
    expectRefusal(await post('{"email"'), 400, 'body.invalid')
    expectRefusal(await post('null'), 400, 'input.invalid')
    expectRefusal(await post('{"email":1}'), 400, 'input.invalid')
    expectRefusal(await post('<x/>', { 'content-type': 'text/xml' }), 400, 'body.invalid')
    expectRefusal(await post(JSON.stringify({ email: 'x'.repeat(2 ** 21) })), 413, 'body.too_large')
  })

  test('a tRPC call that cannot be read has a clean code too', async () => {
    const headers = { origin: 'http://reviews.example', 'x-app': '1', 'content-type': 'application/json' }
    const post = async (body: string, change: Record<string, string> = {}) => {
      const call = { method: 'POST', body, headers: { ...headers, ...change } }
      const answer = await api.send('/api/trpc/customer.review.submit', call)
      const error = answer.json()['error'] as { data: { code: string; requestId: string } } | undefined
      expect(answer.headers['x-request-id']).toMatch(/^[\w-]{36}$/)
      return [answer.status, error?.data.code ?? answer.json()['code']]
    }
    expect(await post('{"code"')).toEqual([400, 'body.invalid'])
    expect(await post('[]')).toEqual([400, 'input.invalid'])
    expect(await post('{}', { 'content-type': 'text/plain' })).toEqual([415, 'body.invalid'])
    expect(await post('{}', { 'content-type': 'text/xml' })).toEqual([400, 'body.invalid'])
    expect(await post(`"${'x'.repeat(2 ** 21)}"`)).toEqual([413, 'body.too_large'])
    const unknown = await api.send('/api/trpc/customer.review.nothing')
    expect([unknown.status, JSON.stringify(unknown.json())]).toEqual([404, expect.stringContaining('route.not_found')])
  })

  test('503 when apps/web is away, with the time to wait, and in words for a person', async () => {
    const alone = await startApi(db, { isWebUp: false })
    const answer = await alone.send('/some/page')
    expectRefusal(answer, 503, 'unavailable')
    expect(answer.headers['retry-after']).toBe('2')
    const page = await alone.send('/some/page', { headers: { accept: 'text/html,*/*;q=0.8' } })
    expect([page.status, page.headers['content-type']]).toEqual([503, 'text/html; charset=utf-8'])
    expect(page.text).toContain('<a href="">Reload now</a>')
    await alone.stop()
  })
})

test('a page that fails for another reason is a 500, in words and with a way on, scripts or not', async () => {
  const faulty = await startApi(db, { pageStatus: () => 500 })
  const page = await faulty.send('/admin/reviews', { headers: { accept: 'text/html' } })
  expect([page.status, page.headers['retry-after']]).toEqual([500, undefined])
  for (const part of ['Something went wrong on our side', '<a href="">Reload now</a>', '<noscript><meta']) {
    expect(page.text).toContain(part)
  }
  await faulty.stop()
})

describe('a request from another site', () => {
  const path = '/api/trpc/customer.review.submit'
  const input = { code: shop.code, lineItemId, submissionId: randomUUID(), rating: 5, body: 'Soft.' }
  const boundary = 'x'
  const multipart = Object.entries(input)
    .map(([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join('')

  test.each<[string, string, Record<string, string>]>([
    ['a multipart form', path, { 'content-type': 'multipart/form-data; boundary=x', origin: 'https://evil.example' }],
    ['JSON', path, { 'sec-fetch-site': 'cross-site', origin: 'http://reviews.example', 'x-app': '1' }],
    ['from a sister site', path, { 'sec-fetch-site': 'same-site', 'x-app': '1' }],
    ['with neither Origin nor Sec-Fetch-Site', path, { 'x-app': '1' }],
    ['without x-app', path, { origin: 'http://reviews.example' }],
    ['with Origin: null', path, { origin: 'null', 'x-app': '1' }],
    ['with a look-alike origin', path, { origin: 'http://reviews.example.evil.example', 'x-app': '1' }],
    ['with an escaped path', '/%61pi/trpc/customer.review.submit', {}],
    ['signing in', '/api/session', { origin: 'https://evil.example', 'x-app': '1' }],
    ['refreshing', '/api/session/refresh', { origin: 'https://evil.example', 'x-app': '1' }],
    ['signing out', '/api/session/sign-out', { 'sec-fetch-site': 'cross-site', 'x-app': '1' }],
    ["a customer's form", `/write/detail/${shop.code}/reviews`, { 'sec-fetch-site': 'cross-site', origin: 'null' }],
    ["a customer's form of an old browser", `/write/detail/${shop.code}/reviews`, { origin: 'https://evil.example' }],
    ["next-auth's sign-in", '/api/auth/callback/credentials', { origin: 'https://evil.example' }],
    ['a page', '/admin/reviews', { 'sec-fetch-site': 'cross-site' }],
  ])('%s is refused without effect', async (_title, address, headers) => {
    // The log of visits is written beside the requests, those of earlier tests too.
    const { link_hit: _before, ...before } = await fingerprintTables(db)
    const json = { 'content-type': 'application/json', ...headers }
    const body = headers['content-type'] === undefined ? JSON.stringify(input) : `${multipart}--x--`
    expectRefusal(await api.send(address, { method: 'POST', headers: json, body }), 403, 'origin.refused')
    const { link_hit: _after, ...after } = await fingerprintTables(db)
    expect(after).toEqual(before)
  })

  test('the same call from our own page is taken, with Origin alone or with Sec-Fetch-Site', async () => {
    expect((await api.sendOwn(path, input)).status).toBe(200)
    const headers = { 'content-type': 'application/json', 'x-app': '1', 'sec-fetch-site': 'same-origin' }
    const again = await api.send(path, { method: 'POST', headers, body: JSON.stringify(input) })
    expect([again.status, again.headers['idempotency-replayed']]).toEqual([200, 'true'])
  })
})

describe('while the database is away', () => {
  const gone = openDatabase({ url: databaseUrl.replace(/:\d+\//, ':1/'), maxConnections: 2 })
  const cookie = 'at=x; rt=v1.1.01a20b32-ccd6-7e83-965a-414fcbb354df.0.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

  test('each door answers 503 with the time to wait, leaves cookies alone and logs no personal data', async () => {
    const broken = await startApi(gone.db)
    const { accessToken } = await signInMember(api.world, shop.shop.id, 'owner')
    const get = encodeURIComponent(JSON.stringify({ code: shop.code }))
    const answers = [
      await broken.send('/readyz'),
      await broken.send(`/storefront/v1/${shop.shop.accessCode}/products/1/summary`),
      await broken.sendOwn('/api/session', { email: 'mina@example.com', password: 'x' }),
      await broken.sendOwn('/api/session/refresh', {}, { cookie }),
      await broken.sendOwn('/api/session/sign-out', {}, { cookie }),
      await broken.send('/api/session/refresh?next=/admin', {
        headers: { cookie, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
      }),
      await broken.send(`/api/trpc/customer.reviewRequest.get?input=${get}`),
      await broken.send('/api/trpc/admin.review.counts', { headers: { authorization: `Bearer ${accessToken}` } }),
      await broken.sendForm(`/write/detail/${shop.code}/reviews`, { lineItemId, rating: '5', body: 'Soft.' }),
      await broken.sendForm(`/write/login/${shop.shop.accessCode}`, { email: 'mina@example.com' }),
    ]
    for (const [index, answer] of answers.entries()) {
      expect(answer, `${index} ${answer.text}`).toMatchObject({ status: 503, cookies: [] })
      expect(answer.headers['retry-after'], String(index)).toBe('2')
      expect(answer.text).toContain('unavailable')
      expect(answer.text).not.toMatch(/select|insert|ECONN/i)
    }
    const typed = {
      lineItemId,
      submissionId: randomUUID(),
      rating: '4',
      title: '<b>"Warm"</b>',
      body: "It's\r\nsoft & warm",
    }
    const accept = { accept: 'text/html,*/*', 'accept-language': 'ko' }
    const form = await broken.sendForm(`/write/detail/${shop.code}/reviews`, typed, accept)
    expect([form.status, form.headers['retry-after']]).toEqual([503, '2'])
    expect(form.headers['content-type']).toContain('text/html')
    expect(form.text).toContain('별점 5점 중 4점\n&lt;b&gt;&quot;Warm&quot;&lt;/b&gt;\nIt&#39;s\r\nsoft &amp; warm')
    expect(form.text).toContain(`name="submissionId" value="${typed.submissionId}"`)
    for (const [path, fields, shown] of [
      [`/write/login/${shop.shop.accessCode}`, { email: 'mina&co@example.com' }, 'mina&amp;co@example.com'],
      [`/write/unsubscribe/${shop.code}`, { email: 'mina@example.com', action: 'unsubscribe' }, 'mina@example.com'],
      [`/write/detail/${shop.code}`, {}, '다시 보내기'],
    ] as const) {
      const again = await broken.sendForm(path, fields, accept)
      expect([again.status, again.headers['retry-after'], again.headers['content-type']]).toEqual([
        503,
        '2',
        'text/html; charset=utf-8',
      ])
      expect(again.text).toContain(shown)
      for (const name of Object.keys(fields)) expect(again.text).toContain(`name="${name}"`)
    }
    const renewing = await broken.send('/api/session/refresh?next=/admin', {
      headers: { cookie, accept: 'text/html', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
    })
    expect([renewing.status, renewing.headers['retry-after'], renewing.cookies]).toEqual([503, '2', []])
    expect(renewing.text).toContain('You stay signed in')
    expect(renewing.headers['content-security-policy']).toMatch(/script-src 'self' 'sha256-[^']+';/)
    expect(renewing.text).toContain('<noscript><meta http-equiv="refresh"')
    const withPage = await startApi(gone.db, { pageStatus: () => 500 })
    const page = await withPage.send(`/write/detail/${shop.code}`, { headers: accept })
    expect([page.status, page.headers['retry-after'], page.text]).toEqual([
      503,
      '2',
      expect.stringContaining('곧 다시 열립니다'),
    ])
    await withPage.stop()
    expect((await broken.send('/healthz')).status).toBe(200)
    const log = broken.logLines()
    expect(log).toContain('ECONNREFUSED')
    for (const secret of [shop.code, shop.shop.accessCode, 'mina@example.com', accessToken]) {
      expect(log).not.toContain(secret)
    }
    await broken.stop()
    await gone.close()
  })
})

/** One page of apps/web that fails, asked for in every way. */
const askForFailedPage = async (database: typeof db) => {
  const failing = await startApi(database, { pageStatus: () => 500 })
  const path = `/write/detail/${shop.code}`
  const own = { origin: 'http://reviews.example', 'sec-fetch-mode': 'navigate', 'sec-fetch-site': 'same-origin' }
  const answers = {
    'a browser': await failing.send(path, { headers: { accept: 'Text/HTML;q=0.9, */*' } }),
    'a browser whose form was sent': await failing.send('/sign-in', {
      method: 'POST',
      headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded', ...own },
      body: 'a=b',
    }),
    'a monitor that says nothing': await failing.send(path),
    'a monitor that takes anything': await failing.send(path, { headers: { accept: '*/*' } }),
    'a program': await failing.send(path, { headers: { accept: 'application/json, text/html;q=0' } }),
    'a script of a page': await failing.send('/admin/reviews?_rsc=1', { headers: { accept: '*/*', rsc: '1' } }),
    'next-auth': await failing.send('/api/auth/session', { headers: { accept: 'application/json' } }),
    'a HEAD': await failing.send(path, { method: 'HEAD' }),
  }
  await failing.stop()
  return Object.entries(answers)
}

const people = ['a browser', 'a browser whose form was sent']

test('a page that cannot be made is 503 with the time to wait while the database is away, whatever Accept says', async () => {
  const gone = openDatabase({ url: databaseUrl.replace(/:\d+\//, ':1/'), maxConnections: 2 })
  for (const [who, answer] of await askForFailedPage(gone.db)) {
    expect([who, answer.status, answer.headers['retry-after']]).toEqual([who, 503, '2'])
    if (people.includes(who)) {
      expect(answer.headers['content-type'], who).toContain('text/html')
      expect(answer.text, who).toContain(who === 'a browser' ? 'We’ll be right back' : 'Please send this again')
    } else if (who !== 'a HEAD') expect([who, answer.json()['code']]).toEqual([who, 'unavailable'])
  }
  await gone.close()
})

test('a page that cannot be made is 500 without a time to wait while the database is there', async () => {
  for (const [who, answer] of await askForFailedPage(db)) {
    expect([who, answer.status, answer.headers['retry-after']]).toEqual([who, 500, undefined])
    expect([who, answer.text.includes('<p>page')]).toEqual([who, !people.includes(who) && who !== 'a HEAD'])
  }
})

test('no address of a review page, no code and no token reaches the log, whatever fails', async () => {
  const review = await createReview(db, { shopId: shop.shop.id, productId: shop.product.id, body: 'A secret body' })
  await api.send(`/write/detail/${shop.code}`)
  await api.send(`/write/detail/${shop.code}/%E0%A4`)
  await api.sendForm(`/write/detail/${shop.code}/reviews`, { lineItemId: encodeId('review', review.id), body: 'x' })
  await api.sendForm(`/write/unsubscribe/${shop.code}`, {})
  expect(api.logLines()).not.toContain(shop.code)
  expect(api.logLines()).not.toContain('A secret body')
})

test('asking for fresh links is limited per network, however spelt and from whichever of its addresses', async () => {
  const own = await startApi(db, { isProxyTrusted: true })
  const input = { shopAccessCode: 'nobody', email: 'mina@example.com' }
  const ask = async (path: string, host: number) =>
    await own.sendOwn(`/api/trpc/${path}`, input, { 'x-forwarded-for': `192.0.2.${host}` })
  for (let host = 1; host < 20; host += 1) {
    expect((await ask('customer.reviewLink.request', host)).status).toBe(404)
  }
  expect((await ask('customer.reviewLink.%72equest', 20)).status).toBe(404)
  expectRefusal(await ask('customer.reviewLink.request', 21), 429, 'rate.limited')
  expectRefusal(await ask('customer.reviewLink.%72equest', 22), 429, 'rate.limited')
  expect((await own.send('/api/trpc/customer.shop.get?input=%7B%22shopAccessCode%22%3A%22x%22%7D')).status).toBe(404)
  await own.stop()
})
