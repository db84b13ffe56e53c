import { linkHit } from '@afterword/db/schema'
import { useTestDatabase } from '@afterword/services/testing/database'
import { createReviewLink, createReviewShop, fingerprintTables } from '@afterword/services/testing/review-world'
import { and, eq, gte } from 'drizzle-orm'
import { randomBytes } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { type HttpCall, startApi, type TestApi } from '../testing/api-server.ts'

const { db } = await useTestDatabase({ maxConnections: 12 })
const shop = await createReviewShop(db)
const key = { shopId: shop.shop.id, reviewRequestId: shop.reviewRequest.id }

/** Stands for apps/web, which knows a link or answers 404. */
const pageStatus = (path: string): number =>
  [`/write/detail/${shop.code}`, '/write/lost-link/'].some((known) => path.startsWith(known)) ? 200 : 404
const started: TestApi[] = []
const start = async (): Promise<TestApi> => {
  const api = await startApi(db, { isProxyTrusted: true, pageStatus })
  started.push(api)
  return api
}
const api = await start()
afterAll(async () => await Promise.all(started.map(async ({ stop }) => await stop())))

const browser = {
  accept: 'text/html',
  'accept-language': 'en',
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
}
const from = (network: number, headers: Record<string, string> = {}): HttpCall => ({
  headers: { ...browser, 'x-forwarded-for': `10.${network >> 8}.${network & 255}.7`, ...headers },
})

/** The kinds of one link's hits after the given visits, once a server that took them is gone. */
const hitsAfter = async (visits: (api: TestApi, path: string) => Promise<void>): Promise<string[]> => {
  // Those of earlier tests may still be on their way into the log.
  const since = new Date()
  const own = await startApi(db, { isProxyTrusted: true, pageStatus })
  await visits(own, `/write/detail/${shop.code}`)
  await own.stop()
  const ownHits = and(eq(linkHit.shopId, shop.shop.id), gte(linkHit.at, since))
  const rows = await db.select().from(linkHit).where(ownHits).orderBy(linkHit.at)
  return rows.map(({ kind }) => kind)
}

describe('a visit of a link', () => {
  test('by a hundred GETs, HEADs and OPTIONSs changes nothing but the hit log (D1)', async () => {
    const path = `/write/detail/${shop.code}?rating=5`
    const { link_hit: _before, ...before } = await fingerprintTables(db)
    for (const method of ['GET', 'HEAD', 'OPTIONS']) {
      const answers = await Promise.all(
        Array.from({ length: 100 }, async () => await api.send(path, { ...from(1), method })),
      )
      for (const answer of answers) expect(answer.cookies).toEqual([])
    }
    const { link_hit: _after, ...after } = await fingerprintTables(db)
    expect(after).toEqual(before)
  })

  test('by a person is told from one by a program', async () => {
    const kinds = await hitsAfter(async (own, path) => {
      await own.send(path, from(1))
      await own.send(path, { ...from(2), method: 'HEAD' })
      await own.send(path, from(3, { 'sec-purpose': 'prefetch' }))
      await own.send(path, from(4, { 'user-agent': 'curl/8' }))
    })
    expect(kinds).toEqual(['opened', 'scanned', 'scanned', 'scanned'])
  })

  test('twice within a second from one network is a scanner’s pair; from two networks it is two people', async () => {
    const pair = await hitsAfter(async (own, path) => {
      await own.send(path, from(1))
      await own.send(path, from(1))
    })
    expect(pair).toEqual(['scanned', 'scanned'])
    const people = await hitsAfter(async (own, path) => {
      await own.send(path, from(1))
      await own.send(path, from(2))
    })
    expect(people).toEqual(['opened', 'opened'])
  })

  test('that opens nothing leaves no hit', async () => {
    expect(await hitsAfter(async (own) => void (await own.send('/write/detail/12345678', from(1))))).toEqual([])
  })
})

/** A code of the right form that nobody was given. */
const unknown = (): string =>
  Buffer.concat([Buffer.from(shop.shop.id.replaceAll('-', ''), 'hex'), randomBytes(32)]).toString('base64url')
const codes = {
  unknown: unknown(),
  expired: await createReviewLink(db, { ...key, expiresAt: new Date(0) }),
  revoked: await createReviewLink(db, { ...key, revokedAt: new Date() }),
  malformed: 'not a code',
  old: '12345678',
}
const ask = async (code: string, network: number) =>
  await api.send(
    `/api/trpc/customer.reviewRequest.get?input=${encodeURIComponent(JSON.stringify({ code }))}`,
    from(network),
  )

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

describe('a link that opens nothing', () => {
  test('is answered alike, whether unknown, expired, revoked, malformed or of the old kind (D2)', async () => {
    const answers = await Promise.all(Object.values(codes).map(async (code) => await ask(code, 500)))
    const plain = answers.map(({ status, text, headers }) => {
      const { 'x-request-id': requestId, date: _date, ...others } = headers
      return { status, text: text.replaceAll(String(requestId), ''), others }
    })
    expect(plain[0]).toMatchObject({ status: 404 })
    for (const answer of plain) expect(answer).toEqual(plain[0])
  })

  test('is shown a page that is whole without scripts, the same for every code and in the reader’s language', async () => {
    const texts = new Set<string>()
    for (const code of Object.values(codes)) {
      const answer = await api.send(`/write/detail/${encodeURIComponent(code)}`, from(501))
      expect(answer.status).toBe(404)
      expect(answer.headers['cache-control']).toContain('no-store')
      texts.add(answer.text.replaceAll(String(answer.headers['x-request-id']), ''))
    }
    expect([...texts]).toEqual(['<p>page /write/lost-link/review </p>'])
    const shopPage = await api.send('/write/login/nobody', from(501))
    expect([shopPage.status, shopPage.text]).toMatchObject([404, expect.stringContaining('/write/lost-link/other')])
    const elsewhere = await api.send('/demo/nobody', from(501))
    expect([elsewhere.status, elsewhere.text]).toMatchObject([404, expect.stringContaining('/_not-found')])
    const head = await api.send(`/write/detail/${unknown()}`, { ...from(501), method: 'HEAD' })
    expect([head.status, head.text]).toEqual([404, ''])
  })

  test('takes as long as any other: medians of many alternating calls differ by less than a fifth (D2)', async () => {
    const kinds = ['unknown', 'expired', 'revoked', 'malformed'] as const
    const times = new Map(kinds.map((kind) => [kind, [] as number[]]))
    for (let round = 0; round < 440; round += 1) {
      for (let turn = 0; turn < kinds.length; turn += 1) {
        const kind = kinds[(round + turn) % kinds.length] ?? 'unknown'
        const begin = performance.now()
        await ask(codes[kind], 1_000 + round * 4 + turn)
        // The first rounds warm connections and compilers up.
        if (round >= 40) times.get(kind)?.push(performance.now() - begin)
      }
    }
    const medians = [...times.values()].map(median)
    expect(Math.max(...medians) / Math.min(...medians)).toBeLessThan(1.2)
  }, 60_000)

  test('is refused with 429 after 20 tries from one network, by page, form and call together; one that works is not (D5)', async () => {
    const path = (code: string): string => `/write/detail/${code}`
    for (let round = 0; round < 7; round += 1) {
      expect((await ask(unknown(), 60_000)).status).toBe(404)
      expect((await api.send(path(unknown()), from(60_000))).status).toBe(404)
      if (round === 6) break
      const form = {
        method: 'POST',
        body: 'lineItemId=x',
        ...from(60_000, { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' }),
      }
      expect((await api.send(`/write/unsubscribe/${unknown()}`, form)).status).toBe(303)
    }
    const call = await ask(unknown(), 60_000)
    expect(call).toMatchObject({ status: 429 })
    expect(Number(call.headers['retry-after'])).toBeGreaterThan(500)
    const page = await api.send(path(unknown()), from(60_000, { 'accept-language': 'ko' }))
    expect(page).toMatchObject({ status: 429 })
    expect(page.headers['retry-after']).toBeDefined()
    expect(page.headers['content-security-policy']).toBeDefined()
    expect(page.text).toContain('10분 뒤에')
    expect((await api.send(path(unknown()), { ...from(60_000), method: 'HEAD' })).status).toBe(429)
    expect((await api.send(path(shop.code), from(60_000))).status).toBe(200)
    expect((await ask(shop.code, 60_000)).status).toBe(200)
    expect((await ask(unknown(), 60_001)).status).toBe(404)
  })
})
