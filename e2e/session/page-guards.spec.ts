import { expect, type APIRequestContext } from '@playwright/test'
import { test } from '../fixtures/test.ts'

const pages = ['/admin/reviews', '/admin/widget', '/admin/requests', '/admin/account', '/operator/webhooks'] as const

/** Ways past a guard that has stood in front of Next's pages, or a cache beside it (CVE-2025-29927 and after). */
const ways: [string, (page: string) => { path: string; headers: Record<string, string> }][] = [
  ['plainly', (page) => ({ path: page, headers: {} })],
  ...['middleware', 'src/middleware', 'proxy', 'src/proxy', Array<string>(5).fill('src/proxy').join(':')].map(
    (name): (typeof ways)[number] => [
      `as a subrequest of ${name}`,
      (page) => ({ path: page, headers: { 'x-middleware-subrequest': name } }),
    ],
  ),
  ['as an RSC call', (page) => ({ path: `${page}?_rsc=1`, headers: { rsc: '1' } })],
  ['as a file of RSC', (page) => ({ path: `${page}.rsc`, headers: { rsc: '1' } })],
  ['as a segment', (page) => ({ path: `${page}.segments/_tree.segment.rsc`, headers: {} })],
  ['as a prefetch', (page) => ({ path: page, headers: { rsc: '1', 'next-router-prefetch': '1' } })],
  ["as a browser's prefetch", (page) => ({ path: page, headers: { 'sec-purpose': 'prefetch', purpose: 'prefetch' } })],
  ['as data', (page) => ({ path: `/_next/data/x${page}.json`, headers: { 'x-nextjs-data': '1' } })],
  ['through a rewrite', (page) => ({ path: '/', headers: { 'x-middleware-rewrite': page, 'x-invoke-path': page } })],
  [
    'through the address of the original',
    (page) => ({ path: '/', headers: { 'x-original-url': page, 'x-rewrite-url': page } }),
  ],
  ['with doubled slashes', (page) => ({ path: page.replaceAll('/', '//').slice(1), headers: {} })],
  ['with escapes', (page) => ({ path: page.replace('a', '%61').replace('o', '%6F'), headers: {} })],
  ['with a path through elsewhere', (page) => ({ path: `/sign-in/..%2f..${page}`, headers: {} })],
]

/** What such a call brings, redirects not followed. A server that is busy is asked again when it says. */
const fetchText = async (request: APIRequestContext, call: { path: string; headers: Record<string, string> }) => {
  const ask = async () =>
    await request.get(call.path, { headers: call.headers, maxRedirects: 0, failOnStatusCode: false })
  let answer = await ask()
  for (let tries = 1; answer.status() === 503 && tries < 5; tries += 1) {
    const seconds = Number(answer.headers()['retry-after'] ?? 1)
    await new Promise((resolve) => setTimeout(resolve, seconds * 1_000))
    answer = await ask()
  }
  return { status: answer.status(), text: `${JSON.stringify(answer.headers())}\n${await answer.text()}` }
}

for (const [title, way] of ways) {
  test(`C5 a page of the admin asked for ${title} tells nothing without a session`, async ({ request, demo }) => {
    for (const page of pages) {
      for (const headers of [{}, { cookie: 'at=junk; rt=junk' }] as const) {
        const call = way(page)
        const { status, text } = await fetchText(request, { ...call, headers: { ...call.headers, ...headers } })
        expect(status, `${page} ${status}`).toBeLessThan(500)
        for (const secret of [demo.admin.email, demo.operator.email, 'Ada Holm', demo.shop.domain]) {
          expect(text, `${page} ${status}`).not.toContain(secret)
        }
      }
    }
  })
}

test('what the guards hide is there with a session', async ({ page, signIn, demo }) => {
  await signIn(page)
  const { status, text } = await fetchText(page.request, { path: '/admin/reviews', headers: {} })
  expect(status).toBe(200)
  expect(text).toContain('Ada Holm')
  expect((await fetchText(page.request, { path: '/admin/account', headers: {} })).text).toContain(demo.admin.email)
})

for (const name of ['constructor', '__proto__', 'toString', 'nothing'])
  test(`an address that names no page is 404 and no fault, also where every object knows the name: ${name}`, async ({
    request,
  }) => {
    const { status } = await fetchText(request, { path: `/ended-link/${name}`, headers: {} })
    expect(status).toBe(404)
  })
