import { hashPassword } from '@afterword/auth/password'
import { attemptCount, authSession, userAccount } from '@afterword/db/schema'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { createReviewShop, createMember } from '@afterword/services/testing/review-world'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type HttpAnswer, startApi } from '../testing/api-server.ts'

const { db } = await useTestDatabase({ maxConnections: 10 })
const plain = await startApi(db)
const secure = await startApi(db, { publicUrl: 'https://reviews.example' })
afterAll(async () => await Promise.all([plain.stop(), secure.stop()]))

const password = 'correct horse battery'
let email = ''
let userId = ''
beforeAll(async () => {
  const { shop } = await createReviewShop(db)
  userId = (await createMember(db, shop.id, 'owner')).userId
  const [account] = await db
    .update(userAccount)
    .set({ passwordHash: await hashPassword(password) })
    .where(eq(userAccount.id, userId))
    .returning()
  email = account?.email ?? ''
})

/** `Cookie` as a browser would send it after these answers. */
const cookieHeader = (answer: HttpAnswer): string => answer.cookies.map((cookie) => cookie.split(';')[0]).join('; ')
const signIn = async (api = plain) => {
  const answer = await api.sendOwn('/api/session', { email, password })
  expect(answer.status, answer.text).toBe(200)
  return answer
}
const signInBearer = async () => (await plain.sendOwn('/api/session', { email, password, transport: 'bearer' })).json()
const callAs = async (headers: Record<string, string>) => {
  const { status, text } = await plain.send('/api/trpc/admin.session.get', { headers })
  const { error } = JSON.parse(text) as { error?: { data: { code: string } } }
  return [status, error?.data.code]
}

describe('signing in with cookies', () => {
  const attributes = String.raw`Path=/; Max-Age=(2591999|2592000); HttpOnly; SameSite=Lax`
  test.each([
    ['http', plain, ['at', 'rt', 'known', '']],
    ['https', secure, ['__Host-at', '__Host-rt', '__Host-known', '; Secure']],
  ] as const)(
    'over %s sets the two of the session and the one by which the browser is known, small enough for any browser',
    async (...[, api, names]) => {
      const [at, rt, known, end] = names
      const answer = await signIn(api)
      expect(answer.cookies).toEqual([
        expect.stringMatching(new RegExp(String.raw`^${rt}=v1\.1\.[\w.-]+; ${attributes}${end}$`)),
        expect.stringMatching(new RegExp(String.raw`^${at}=[\w.-]+; ${attributes}${end}$`)),
        expect.stringMatching(
          new RegExp(
            String.raw`^${known}=v1\.[\w-]{22}\.[\w-]{22}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax${end}$`,
          ),
        ),
      ])
      for (const cookie of answer.cookies) expect(cookie.length).toBeLessThan(4096)
      expect(answer.headers['cache-control']).toBe('no-store')
      expect(Object.keys(answer.json())).toEqual(['accessExpiresAt'])
    },
  )

  test('a cookie with the other scheme is not looked at', async () => {
    const { cookies } = await signIn(secure)
    expect(await callAs({ cookie: cookies.join('; ') })).toEqual([401, 'access_token.missing'])
  })
})

test('a wrong password and an unknown account get one and the same answer', async () => {
  const attempts = [
    { email, password: 'wrong' },
    { email: 'nobody@example.com', password },
    { email: 'nobody\0@example.com', password },
    { email: '', password: '' },
    { email: '\uD800', password: '\0' },
  ]
  const answers = await Promise.all(attempts.map(async (body) => await plain.sendOwn('/api/session', body)))
  const shapes = answers.map(({ status, cookies, text, headers }) => ({
    status,
    cookies,
    text: text.replace(String(headers['x-request-id']), 'id'),
  }))
  expect(shapes[0]).toMatchObject({ status: 401, cookies: [], text: expect.stringContaining('"sign_in.refused"') })
  for (const shape of shapes) expect(shape).toEqual(shapes[0])
})

test('a wrong password takes as long for no account as for one: the quicker of alternating tries differ by less than a fifth', async () => {
  const tries = [email, 'nobody@example.com'] as const
  const times: [number[], number[]] = [[], []]
  for (let round = 0; round < 44; round += 1) {
    for (const turn of [round % 2, 1 - (round % 2)] as const) {
      const begin = performance.now()
      const body = { email: tries[turn], password: 'not the password' }
      expect((await plain.sendOwn('/api/session', body)).status).toBe(401)
      // The first rounds warm connections and compilers up.
      if (round >= 4) times[turn === 0 ? 0 : 1].push(performance.now() - begin)
    }
    await db.delete(attemptCount)
  }
  // What else the machine does only adds to a time: the quicker eighth shows the work itself.
  const [known = 0, unknown = 0] = times.map((each) => each.toSorted((a, b) => a - b)[each.length >> 3])
  expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(1.2)
}, 60_000)

describe('with bearer tokens', () => {
  test('sign-in, refresh and sign-out carry tokens in bodies and set no cookie', async () => {
    const answer = await plain.sendOwn('/api/session', { email, password, transport: 'bearer' })
    const tokens = answer.json()
    expect(answer.cookies).toEqual([])
    expect(Object.keys(tokens)).toEqual(['accessToken', 'accessExpiresAt', 'refreshToken', 'refreshExpiresAt'])
    expect(await callAs({ authorization: `Bearer ${String(tokens['accessToken'])}` })).toEqual([200, undefined])

    const body = { transport: 'bearer', refreshToken: tokens['refreshToken'] }
    const refreshed = await plain.sendOwn('/api/session/refresh', body)
    expect([refreshed.status, refreshed.cookies]).toEqual([200, []])
    const next = { transport: 'bearer', refreshToken: refreshed.json()['refreshToken'] }
    for (let time = 0; time < 2; time += 1) {
      const out = await plain.sendOwn('/api/session/sign-out', next)
      expect([out.status, out.cookies, out.text]).toEqual([200, [], '{"signedOut":true}'])
    }
    const refused = await plain.sendOwn('/api/session/refresh', next)
    expect([refused.status, refused.json()['code']]).toEqual([401, 'session.ended'])
  })

  test('a refused refresh does not touch the cookies of the browser it came from', async () => {
    const cookie = cookieHeader(await signIn())
    const body = { transport: 'bearer', refreshToken: 'x' }
    const refused = await plain.sendOwn('/api/session/refresh', body, { cookie })
    expect([refused.status, refused.cookies, refused.json()['code']]).toEqual([401, [], 'access_token.invalid'])
  })

  test('a missing, wrong and expired access token are told apart', async () => {
    const { accessToken } = await signInBearer()
    expect(await callAs({})).toEqual([401, 'access_token.missing'])
    expect(await callAs({ authorization: `Bearer ${String(accessToken)}x` })).toEqual([401, 'access_token.invalid'])
    expect(await callAs({ authorization: 'Basic eDp5' })).toEqual([401, 'access_token.invalid'])
    const [session] = await db.select().from(authSession).limit(1)
    const { token } = await plain.world.auth.accessTokens.sign(
      {
        userId,
        sessionId: session?.id ?? '',
        gen: 0,
        kind: 'member',
        shopId: session?.shopId ?? '',
        role: 'owner',
        authTime: new Date(),
        amr: ['pwd'],
      },
      new Date(Date.now() - 31 * 60_000),
    )
    expect(await callAs({ authorization: `Bearer ${token}` })).toEqual([401, 'access_token.expired'])
  })
})

describe('refreshing with cookies', () => {
  test('gives new cookies; signing out clears both, and the old refresh token is worth nothing', async () => {
    const cookie = cookieHeader(await signIn())
    const refreshed = await plain.sendOwn('/api/session/refresh', {}, { cookie })
    expect([refreshed.status, refreshed.cookies.length]).toEqual([200, 2])
    const next = cookieHeader(refreshed)
    expect(next).not.toBe(cookie)
    expect(await callAs({ cookie: next })).toEqual([200, undefined])

    const out = await plain.sendOwn('/api/session/sign-out', {}, { cookie: next })
    const cleared = ['at', 'rt'].map((name) => `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`)
    expect(out.cookies).toEqual(cleared)
    for (const old of [cookie, next]) {
      const refused = await plain.sendOwn('/api/session/refresh', {}, { cookie: old })
      expect([refused.status, refused.json()['code'], refused.cookies]).toEqual([401, 'session.ended', cleared])
    }
  })

  test('a stolen token that was replaced ends the session with a code of its own', async () => {
    const first = cookieHeader(await signIn())
    const second = cookieHeader(await plain.sendOwn('/api/session/refresh', {}, { cookie: first }))
    await db.execute(sql`update auth_session set rotated_at = rotated_at - interval '2 minutes'`)
    await plain.sendOwn('/api/session/refresh', {}, { cookie: second })
    const reused = await plain.sendOwn('/api/session/refresh', {}, { cookie: first })
    expect([reused.status, reused.json()['code']]).toEqual([401, 'session.reused'])
  })

  test('without a cookie it is over', async () => {
    const answer = await plain.sendOwn('/api/session/refresh', {})
    expect([answer.status, answer.json()['code']]).toEqual([401, 'session.ended'])
  })
})

describe('GET /api/session/refresh', () => {
  const navigation = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', 'sec-fetch-site': 'same-origin' }
  const open = async (next: string, headers: Record<string, string>) =>
    await secure.send(`/api/session/refresh?next=${encodeURIComponent(next)}`, { headers })

  test('renews on the way to a page', async () => {
    const cookie = cookieHeader(await signIn(secure))
    const answer = await open('/admin/reviews?status=pending', { ...navigation, cookie })
    expect([answer.status, answer.headers.location]).toEqual([303, '/admin/reviews?status=pending'])
    expect(answer.cookies).toHaveLength(2)
  })

  test('sends whose session is over to sign in, and remembers where to', async () => {
    const cookie = cookieHeader(await signIn(secure))
    await secure.sendOwn('/api/session/sign-out', {}, { cookie, origin: 'https://reviews.example' })
    const answer = await open('/admin/reviews', { ...navigation, cookie })
    expect([answer.status, answer.headers.location]).toEqual([303, '/sign-in?next=%2Fadmin%2Freviews'])
    expect(answer.cookies.every((cleared) => cleared.includes('Max-Age=0'))).toBe(true)
    expect(answer.cookies).toHaveLength(2)
  })

  test('sends a browser whose token is not ours to sign in and leaves its cookies alone', async () => {
    const answer = await open('/admin/reviews', { ...navigation, cookie: '__Host-rt=x' })
    expect([answer.status, answer.headers.location]).toEqual([303, '/sign-in?next=%2Fadmin%2Freviews'])
    expect(answer.cookies).toEqual([])
  })

  test.each([
    {},
    { 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' },
    { 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' },
    { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
    { ...navigation, 'sec-purpose': 'prefetch' },
    { ...navigation, 'sec-purpose': 'prefetch;prerender' },
  ])('rotates nothing for anything but a person opening a page: %j', async (headers) => {
    const cookie = cookieHeader(await signIn(secure))
    const answer = await open('/admin', { ...headers, cookie })
    expect([answer.status, answer.cookies, answer.json()['code']]).toEqual([403, [], 'origin.refused'])
  })

  test.each([
    '//evil.example',
    String.raw`/\evil.example`,
    'https:evil.example',
    'https://evil.example',
    '/\t/evil.example',
    '/..//evil.example/x',
    '/.//evil.example/x',
    '/%2e%2e//evil.example/x',
    '',
  ])('leads nowhere else: %j', async (next) => {
    const cookie = cookieHeader(await signIn(secure))
    expect((await open(next, { ...navigation, cookie })).headers.location).toBe('/')
  })
})

test('guessing is limited per network over all processes, with 429 in our own words; a forwarded address changes nothing', async () => {
  const api = await startApi(db)
  await db.delete(attemptCount)
  const guess = async (index: number) =>
    await (index % 2 === 0 ? api : plain).sendOwn(
      '/api/session',
      { email: `x${index}@example.com`, password: 'x' },
      { 'x-forwarded-for': `192.0.2.${index}` },
    )
  const answers: HttpAnswer[] = []
  for (let index = 0; index < 31; index += 1) answers.push(await guess(index))
  const last = answers.at(-1)
  expect(answers.slice(0, 30).every(({ status }) => status === 401)).toBe(true)
  expect(last?.json()).toMatchObject({ code: 'rate.limited', requestId: last?.headers['x-request-id'] })
  expect([last?.status, Number(last?.headers['retry-after']) > 0]).toEqual([429, true])
  await api.stop()
})
