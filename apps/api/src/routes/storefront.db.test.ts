import { productRating, review, reviewReply } from '@afterword/db/schema'
import { createReview } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { createMember, createReviewShop } from '@afterword/services/testing/review-world'
import { signWebhook } from '@afterword/services/testing/platform-shop'
import { encodeId } from '@afterword/validation/primitives/ids'
import { eq } from 'drizzle-orm'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { startApi } from '../testing/api-server.ts'

const { db } = await useTestDatabase({ maxConnections: 10 })
const [api, behindProxy] = await Promise.all([startApi(db), startApi(db, { isProxyTrusted: true })])
afterAll(async () => await Promise.all([api.stop(), behindProxy.stop()]))
const own = await createReviewShop(db)
const { shop, product, customer } = own
const base = `/storefront/v1/${shop.accessCode}/products/${product.platformId}`
const summaries = (products: string): string =>
  `/storefront/v1/${shop.accessCode}/summaries?products=${encodeURIComponent(products)}`
const owner = await createMember(db, shop.id, 'owner')
const publishedAt = new Date('2026-02-01T10:00:00Z')
const published = await createReview(db, {
  shopId: shop.id,
  productId: product.id,
  lineItemId: own.lineItem.id,
  customerId: customer.id,
  submissionId: crypto.randomUUID(),
  status: 'published',
  isVerified: true,
  locale: 'ko',
  publishedAt,
})
await createReview(db, { shopId: shop.id, productId: product.id, body: 'Waits for the moderator' })
await db
  .insert(reviewReply)
  .values({ shopId: shop.id, reviewId: published.id, body: 'Thank you!', authorUserId: owner.userId })
await db.insert(productRating).values({ shopId: shop.id, productId: product.id, stars5: 1 })

describe('the public JSON', () => {
  test('of reviews holds exactly what the widget shows', async () => {
    const answer = await api.send(`${base}/reviews`)
    expect(answer.json()).toEqual({
      items: [
        {
          id: encodeId('review', published.id),
          rating: 5,
          title: published.title,
          body: published.body,
          author: published.authorName,
          createdAt: published.createdAt.toISOString(),
          verified: true,
          helpfulCount: 0,
          reply: { body: 'Thank you!', createdAt: expect.stringMatching(/Z$/) },
        },
      ],
      nextCursor: null,
    })
  })

  test('of the summary holds price, rating and look', async () => {
    expect((await api.send(`${base}/summary`)).json()).toEqual({
      product: {
        platformId: product.platformId,
        title: product.title,
        price: { amountMinor: 8900, currency: 'USD' },
        isPriceFrom: false,
        compareAt: null,
      },
      rating: { average: 5, count: 1, histogram: { 1: 0, 2: 0, 3: 0, 4: 0, 5: 1 } },
      widget: { accentColor: shop.accentColor, pageSize: 5, showsPrice: true, locale: 'en' },
    })
  })

  test('tells nothing of customer, order, member or our own ids', async () => {
    const text = (await api.send(`${base}/reviews`)).text + (await api.send(`${base}/summary`)).text
    const secrets = [
      customer.email,
      customer.id,
      shop.id,
      product.id,
      published.id,
      owner.userId,
      own.order.id,
      '#1042',
    ]
    for (const secret of [...secrets, String(published.submissionId), shop.domain]) expect(text).not.toContain(secret)
  })

  test('may be read from any origin, kept, and asked about again at the cost of a 304', async () => {
    for (const address of [`${base}/reviews`, `${base}/summary`]) {
      const { headers } = await api.send(address, { headers: { origin: 'https://shop.example' } })
      expect(headers).toMatchObject({
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
        'cache-control': 'public, max-age=0, must-revalidate',
      })
      expect(headers['set-cookie']).toBeUndefined()
      const etag = String(headers.etag)
      const again = await api.send(address, { headers: { 'if-none-match': `"other", ${etag}` } })
      expect([again.status, again.text, again.headers.etag]).toEqual([304, '', etag])
    }
  })

  test('is not sent again to a caller that has it: any tag will do, and its tag made a strong one', async () => {
    const script = '/storefront/v1/widget.js'
    for (const address of [`${base}/reviews`, `${base}/summary`, summaries(product.platformId), script]) {
      const { headers } = await api.send(address)
      const strong = String(headers.etag).replace('W/', '')
      for (const tag of ['*', strong, `"other",${strong}`]) {
        const again = await api.send(address, { headers: { 'if-none-match': tag } })
        expect([again.status, again.text], `${address} ${tag}`).toEqual([304, ''])
      }
      expect((await api.send(address, { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
    }
  })

  test('of many products is each one’s summary, and knows their ids in every form pages write them', async () => {
    const alone = (await api.send(`${base}/summary`)).json()
    const id = product.platformId
    for (const asked of [id, `${id},${id},unknown,,`, ` ${id} `, `gid://shopify/Product/${id}`, `\0,${id}`]) {
      const answer = await api.send(summaries(asked))
      expect([answer.status, answer.json()], asked).toEqual([200, { items: [alone] }])
    }
    const gid = encodeURIComponent(`gid://shopify/Product/${id}`)
    const byGid = base.replace(id, gid)
    expect((await api.send(`${byGid}/summary`)).json()).toEqual(alone)
    expect((await api.send(`${byGid}/reviews`)).json()).toEqual((await api.send(`${base}/reviews`)).json())
  })

  test('of many products is empty for none, 404 for an unknown shop, and 400 beyond a hundred', async () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => `${index}x`).join(',')
    for (const asked of ['', ',', many(100)]) expect((await api.send(summaries(asked))).json()).toEqual({ items: [] })
    for (const query of [`products=${many(101)}`, 'products=1&products=2', ''])
      expect((await api.send(`/storefront/v1/${shop.accessCode}/summaries?${query}`)).json()['code']).toBe(
        'input.invalid',
      )
    for (const code of ['nobody', '%00'])
      expect((await api.send(`/storefront/v1/${code}/summaries?products=1`)).json()['code']).toBe('shop.not_found')
  })

  test('is found with a slash at the end of its address', async () => {
    for (const address of [`${base}/reviews`, `${base}/summary`, '/storefront/v1/widget.js']) {
      const [plain, slashed] = await Promise.all([api.send(address), api.send(`${address}/?limit=10`)])
      expect([slashed.status, slashed.text]).toEqual([200, plain.text])
    }
  })

  test.each([
    '/storefront/v1/nothing/here',
    '/storefront/v1/',
    '/storefront/',
    '/storefront/v1/%E0%A4/products/1/summary',
    `${base}/reviews?limit=0`,
    `/storefront/${'x'.repeat(9_000)}`,
    '/%73torefront/v1/nobody/products/1/summary',
  ])('can be read from any origin where it is a refusal: %#', async (address) => {
    const { status, headers } = await api.send(address, { headers: { origin: 'https://shop.example' } })
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(headers['access-control-allow-origin']).toBe('*')
  })

  test('changes its tag with its content', async () => {
    const tag = async () => (await api.send(`${base}/reviews`)).headers.etag
    const before = await tag()
    await db.update(review).set({ helpfulCount: 1 }).where(eq(review.id, published.id))
    expect(await tag()).not.toBe(before)
    await db.update(review).set({ helpfulCount: 0 }).where(eq(review.id, published.id))
    expect(await tag()).toBe(before)
  })

  test('is compressed once it is worth it, for who can read that', async () => {
    const long = await createReview(db, {
      shopId: shop.id,
      productId: product.id,
      body: 'Warm. '.repeat(500),
      status: 'published',
      publishedAt: new Date('2020-01-01'),
    })
    const call = { method: 'GET', headers: { 'accept-encoding': 'gzip' } }
    const { url } = api
    const response = await fetch(`${url}${base}/reviews`, call)
    expect(response.headers.get('content-encoding')).toBe('gzip')
    expect(await response.text()).toContain('Warm. Warm.')
    await db.delete(review).where(eq(review.id, long.id))
  })

  test('answers a preflight', async () => {
    const answer = await api.send(`${base}/reviews`, { method: 'OPTIONS', headers: { origin: 'https://shop.example' } })
    expect([answer.status, answer.headers['access-control-allow-methods']]).toEqual([204, 'GET, POST'])
  })
})

describe('a query that makes no sense', () => {
  const raw = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url')
  const id = published.id
  test.each([
    ['sort=best', 'input.invalid'],
    ['sort=newest&sort=highest', 'input.invalid'],
    ['rating=0', 'input.invalid'],
    ['rating=', 'input.invalid'],
    ['rating=five', 'input.invalid'],
    ['limit=0', 'input.invalid'],
    ['limit=51', 'input.invalid'],
    ['limit=1e9', 'input.invalid'],
    [`cursor=${'x'.repeat(501)}`, 'input.invalid'],
    ['cursor=', 'page_cursor.invalid'],
    ['cursor=x', 'page_cursor.invalid'],
    ['cursor=%00', 'page_cursor.invalid'],
    [`cursor=${raw([0])}`, 'page_cursor.invalid'],
    [`cursor=${raw([0, '2026-02-30 00:00:00+00', id])}`, 'page_cursor.invalid'],
    [`cursor=${raw([0, '0000-01-01 00:00:00+00', id])}`, 'page_cursor.invalid'],
    [`cursor=${raw([0, '2026-01-01 24:00:00+00', id])}`, 'page_cursor.invalid'],
    [`cursor=${raw([0, '2026-01-01 00:00:00+99', id])}`, 'page_cursor.invalid'],
    [`cursor=${raw([2 ** 40, '2026-01-01 00:00:00+00', id])}`, 'page_cursor.invalid'],
    [`cursor=${raw([0, "2026-01-01 00:00:00+00'; drop table review", id])}`, 'page_cursor.invalid'],
    [`cursor=${raw([0, '2026-01-01 00:00:00+00', 'x'])}`, 'page_cursor.invalid'],
  ])('is 400: %s', async (query, code) => {
    for (const sort of query.startsWith('cursor') ? ['newest', 'highest', 'lowest', 'helpful'] : ['']) {
      const answer = await api.send(`${base}/reviews?${query}${sort === '' ? '' : `&sort=${sort}`}`)
      expect([answer.status, answer.json()['code']], sort).toEqual([400, code])
    }
  })
})

describe('a name that nothing has', () => {
  test.each([
    [`/storefront/v1/nobody/products/1/summary`, 'shop.not_found'],
    [`/storefront/v1/${shop.accessCode}/products/1/summary`, 'product.not_found'],
    [`/storefront/v1/${shop.accessCode.toUpperCase()}x/products/1/reviews`, 'shop.not_found'],
    [`/storefront/v1/%00/products/%00/reviews`, 'shop.not_found'],
    [`/storefront/v1/${shop.accessCode}/products/%00/reviews`, 'product.not_found'],
    [`/storefront/v1/${'x'.repeat(4_900)}/products/1/summary`, 'shop.not_found'],
    [`/storefront/v1/${shop.accessCode}/products/${'9'.repeat(4_900)}/summary`, 'product.not_found'],
  ])('is 404 with CORS: %#', async (address, code) => {
    const answer = await api.send(address)
    expect([answer.status, answer.json()['code']]).toEqual([404, code])
    expect(answer.headers['access-control-allow-origin']).toBe('*')
  })

  test('of more than 5,000 characters is refused without a look', async () => {
    const answer = await api.send(`/storefront/v1/${'x'.repeat(5_001)}/products/1/summary`)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
  })
})

const shared = process.env['AFTERWORD_SHARED_DATA'] ?? path.resolve(import.meta.dirname, '../../../../../shared/data')
const naughtyFile = path.join(shared, 'bad-input/naughty-strings/blns.json')

describe.skipIf(!existsSync(naughtyFile))('naughty strings (skipped when ../shared/data is absent)', async () => {
  const strings = existsSync(naughtyFile) ? (JSON.parse(await readFile(naughtyFile, 'utf8')) as string[]) : []

  test.each([
    ['access codes', (text: string) => `/storefront/v1/${text}/products/1/summary`],
    ['product ids', (text: string) => `/storefront/v1/${shop.accessCode}/products/${text}/reviews`],
    ['cursors', (text: string) => `${base}/reviews?cursor=${text}`],
    ['link codes', (text: string) => `/api/trpc/customer.reviewRequest.get?input=${text}`],
  ])('as %s are never more than a 4xx', async (_title, address) => {
    for (const text of strings) {
      const { status } = await api.send(address(encodeURIComponent(text)))
      expect(status < 500, `${status} for ${JSON.stringify(text)}`).toBe(true)
    }
  })
})

/** A browser somewhere, seen by the proxy before us. */
let networks = 0
const elsewhere = (): string => `203.0.${(networks += 1)}.7`

describe('a vote', () => {
  const vote = async (id: string, from: string, headers: Readonly<Record<string, string>> = {}) =>
    await behindProxy.send(`/storefront/v1/${shop.accessCode}/reviews/${id}/helpful`, {
      method: 'POST',
      body: '{}',
      headers: {
        origin: 'https://shop.example',
        'sec-fetch-site': 'cross-site',
        'content-type': 'application/json',
        'x-forwarded-for': from,
        ...headers,
      },
    })

  test('from any shop page counts once per network, however many addresses the network has', async () => {
    const { id: reviewId } = await createReview(db, { shopId: shop.id, productId: product.id, status: 'published' })
    const id = encodeId('review', reviewId)
    for (let host = 1; host <= 19; host += 1)
      expect((await vote(id, `198.51.100.${host}`)).text).toBe('{"helpfulCount":1}')
    for (const host of ['2001:db8:7::1', '2001:db8:7:ff::9'])
      expect((await vote(id, host)).text).toBe('{"helpfulCount":2}')
  })

  test('more than twenty a minute from one network are refused, whatever their addresses', async () => {
    const codes: unknown[] = []
    for (let host = 1; host <= 21; host += 1) codes.push((await vote('x', `198.51.101.${host}`)).json()['code'])
    expect(codes.slice(19)).toEqual(['review.not_found', 'rate.limited'])
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
    'by a form of another site is refused: %s',
    async (type) => {
      const answer = await vote(encodeId('review', published.id), elsewhere(), { 'content-type': type })
      expect([answer.status, answer.json()['code']]).toEqual([403, 'origin.refused'])
    },
  )

  test.each(['x', '%00', 'rev_x', encodeId('product', product.id), encodeId('review', product.id)])(
    'for what is no review is 404: %s',
    async (id) => {
      const answer = await vote(id, elsewhere())
      expect([answer.status, answer.json()['code']]).toEqual([404, 'review.not_found'])
    },
  )
})

test("the platform's webhooks reach their door through the whole server, from elsewhere and without x-app", async () => {
  const answer = await api.send('/webhooks/shopify', {
    method: 'POST',
    body: '{"id":1}',
    headers: {
      'content-type': 'application/json',
      'x-shopify-topic': 'orders/create',
      'x-shopify-shop-domain': 'nobody.myshopify.com',
      'x-shopify-webhook-id': '1',
      'x-shopify-hmac-sha256': signWebhook('{"id":1}'),
    },
  })
  expect([answer.status, answer.json()['code']]).toEqual([404, 'shop.not_found'])
})

test('the embed is one script for any origin', async () => {
  const answer = await api.send('/storefront/v1/widget.js')
  expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([200, '*'])
  expect(answer.headers['content-type']).toContain('javascript')
  expect(answer.text).toContain('customElements')
})
