import { expect, type Page } from '@playwright/test'
import type { Verdict } from '@afterword/validation/incident/rules'
import { type Door, openDoor } from '../fixtures/door.ts'
import { openStored, type Stored } from '../fixtures/stored.ts'
import { test as base, type PlacedOrder } from '../fixtures/test.ts'

const submit = 'POST /api/trpc/customer.review.submit'

interface Story {
  readonly order: PlacedOrder
  readonly door: Door
  /** Types a review on the page of the test's own order, reached through the faulty network. */
  write(page: Page, body: string): Promise<void>
  /** The customer sees the thanks; exactly one review, noted once, and no mail but the one that asked. */
  expectOnce(page: Page, body: string): Promise<void>
  /** The operator sees this verdict on the first try that failed. */
  expectVerdict(verdict: Verdict): Promise<void>
}

/** The names of the drafts that this device keeps. */
const draftsOn = async (page: Page): Promise<string[]> =>
  await page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('afterword:draft')))

const test = base.extend<{ stored: Stored; door: Door; story: Story }>({
  stored: async ({ demo }, use) => {
    const stored = openStored(demo)
    await use(stored)
    await stored.close()
  },
  door: async ({ demo, stored }, use) => {
    const door = await openDoor(demo)
    await stored.backdateStarts()
    await use(door)
    await door.close()
  },
  story: async ({ door, placeOrder, stored, mailbox }, use) => {
    const order = await placeOrder()
    await use({
      order,
      door,
      async write(page, body) {
        const { pathname, search } = new URL(order.starLinks[4] ?? '')
        await page.goto(`${door.url}${pathname}${search}`)
        const save = page.waitForResponse((response) => response.url().includes('customer.draft.save'))
        await page.getByLabel('Your review', { exact: true }).fill(body)
        await save
      },
      async expectOnce(page, body) {
        await expect(page.getByText('Sent. Thank you')).toBeVisible({ timeout: 45_000 })
        expect(await stored.reviewsOf(order.name)).toEqual([{ body, audits: 1 }])
        expect(await mailbox.list(order.email)).toHaveLength(1)
        expect(await draftsOn(page)).toEqual([])
      },
      async expectVerdict(verdict) {
        await expect.poll(async () => await stored.verdictOf(order.name), { timeout: 20_000 }).toBe(verdict)
      },
    })
  },
})
// One after the other: a process that starts is a gap in the log for a minute, which changes verdicts.
test.describe.configure({ mode: 'default', timeout: 90_000 })

const send = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Send review' }).click()
}

/**
 * How often the page itself was told that its call failed: none as long as the browser asks again by itself, which
 * Chromium does on a connection it had used before, and not on a new one. How many it has open is up to the machine.
 */
const countFailures = (page: Page): (() => number) => {
  let failures = 0
  page.on('requestfailed', (request) => {
    if (request.url().includes('/api/trpc/customer.review.')) failures += 1
  })
  return () => failures
}

/** What the operator is told of failures that the page saw; of none, nothing. */
const reportOf = (failures: number): Awaited<ReturnType<Stored['reportsOf']>> =>
  failures === 0
    ? { procedures: [], outcomes: [] }
    : { procedures: ['customer.review.submit'], outcomes: ['recovered_by_retry'] }

// Cut after the first bytes: a browser sends again by itself where not a single one came back.
for (const times of [1, 2, 3]) {
  test(`answers cut off after the commit, ${times} in a row: one review, and the operator is told`, async ({
    page,
    story,
    stored,
  }) => {
    await story.write(page, `Cut ${times} times`)
    story.door.net.set('down', { kind: 'cut', afterBytes: 20, times, afterSending: '/api/trpc/customer.review.' })
    await send(page)
    await story.expectOnce(page, `Cut ${times} times`)
    expect(story.door.net.struck()).toBe(times)
    await expect
      .poll(async () => await stored.reportsOf(story.order.name))
      .toEqual({ procedures: ['customer.review.submit'], outcomes: ['recovered_by_retry'] })
    await story.expectVerdict('lost_response')
  })
}

test('answers of which not a byte came back, which the browser itself asks for again: one review, told if the page saw it', async ({
  page,
  story,
  stored,
}) => {
  const failures = countFailures(page)
  await story.write(page, 'Sent again by the browser')
  story.door.net.set('down', { kind: 'cut', afterBytes: 0, times: 3, afterSending: '/api/trpc/customer.review.' })
  await send(page)
  await story.expectOnce(page, 'Sent again by the browser')
  await expect.poll(async () => await stored.reportsOf(story.order.name)).toEqual(reportOf(failures()))
})

// Within the headers, which Chromium takes for a 200 without a body, and within the body.
for (const [place, afterBytes] of [
  ['headers', 700],
  ['body', 950],
] as const) {
  test(`an answer cut off in its ${place} is no answer: one review, and the operator is told`, async ({
    page,
    story,
  }) => {
    await story.write(page, `Half an answer: ${place}`)
    story.door.net.set('down', { kind: 'cut', afterBytes, times: 1, afterSending: submit })
    await send(page)
    await story.expectOnce(page, `Half an answer: ${place}`)
    expect(story.door.net.struck()).toBe(1)
    await story.expectVerdict('lost_response')
  })
}

test('a connection reset before the request, which the browser itself asks again: once stored, told if the page saw it', async ({
  page,
  story,
  stored,
}) => {
  const failures = countFailures(page)
  await story.write(page, 'Never arrived at first')
  story.door.net.set('up', { kind: 'reset', afterBytes: 0, times: 2, afterSending: submit })
  await send(page)
  await story.expectOnce(page, 'Never arrived at first')
  expect(story.door.net.struck()).toBe(2)
  await expect.poll(async () => await stored.reportsOf(story.order.name)).toEqual(reportOf(failures()))
})

test('connections that are refused for a while: sent again by itself, once stored, and the operator is told', async ({
  page,
  story,
}) => {
  await story.write(page, 'Behind a closed door')
  story.door.net.refuse(true)
  await send(page)
  await expect(page.getByText('Nothing is lost')).toBeVisible()
  story.door.net.refuse(false)
  await story.expectOnce(page, 'Behind a closed door')
  await story.expectVerdict('never_arrived')
})

test('a black hole that swallows the request: the page gives up waiting and sends again', async ({ page, story }) => {
  await story.write(page, 'Into the black hole')
  story.door.net.set('up', { kind: 'hold', afterSending: submit })
  await send(page)
  await expect.poll(() => story.door.net.held()).toBe(1)
  await expect(page.getByText('Nothing is lost')).toBeVisible({ timeout: 30_000 })
  // What it swallowed never comes out again.
  story.door.net.sever()
  story.door.net.heal()
  await story.expectOnce(page, 'Into the black hole')
  await story.expectVerdict('never_arrived')
})

test('a long text over a slow, sliced connection arrives whole', async ({ page, story }) => {
  const body = '담요가 아주 따뜻해요. '.repeat(380).trim()
  await story.write(page, body)
  story.door.net.set('up', { kind: 'slice', bytes: 512, ms: 60 })
  story.door.net.set('down', { kind: 'slice', bytes: 512, ms: 60 })
  await send(page)
  await story.expectOnce(page, body)
})

test('the database is away for ten seconds: the page waits in words and goes on', async ({ page, story }) => {
  await story.write(page, 'While the database was away')
  story.door.db.refuse(true)
  await send(page)
  await expect(page.getByText('Nothing is lost')).toBeVisible()
  await page.waitForTimeout(10_000)
  await expect(page.getByLabel('Your review', { exact: true })).toHaveValue('While the database was away')
  story.door.db.refuse(false)
  await story.expectOnce(page, 'While the database was away')
  await story.expectVerdict('server_error')
})

test('a load balancer’s error page in place of answers: one review', async ({ page, story }) => {
  await story.write(page, 'Behind a broken balancer')
  let answers = 0
  await page.route('**/api/trpc/customer.review.**', async (route) => {
    answers += 1
    if (answers > 3) return await route.continue()
    await route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>502 Bad Gateway</h1>' })
  })
  await send(page)
  await story.expectOnce(page, 'Behind a broken balancer')
  await story.expectVerdict('server_error')
})

test('reports that an extension blocks change nothing, and hold no link code and no word', async ({ page, story }) => {
  const blocked: string[] = []
  await page.route('**/api/reports', async (route) => {
    blocked.push(route.request().postData() ?? '')
    await route.abort('blockedbyclient')
  })
  await story.write(page, 'Nobody is told')
  story.door.net.set('down', { kind: 'cut', afterBytes: 20, times: 3, afterSending: '/api/trpc/customer.review.' })
  await send(page)
  await story.expectOnce(page, 'Nobody is told')
  await expect.poll(() => blocked.length).toBeGreaterThan(0)
  const kept = await page.evaluate(() => localStorage.getItem('afterword:reports'))
  const code = new URL(story.order.starLinks[4] ?? '').pathname.split('/').at(-1) ?? ''
  // The outcome may be told before the report of its call is complete; what was blocked stays on the device.
  expect(kept).toContain('customer.review.')
  expect(kept).toContain('recovered_by_retry')
  for (const text of [kept, ...blocked]) {
    expect(text).not.toContain(code)
    expect(text).not.toContain('Nobody is told')
  }
})

test('the customer’s whole visit asks nobody else, one operation a request, and leaves no code in the log', async ({
  page,
  story,
}) => {
  const requests: { url: URL; method: string; headers: Record<string, string> }[] = []
  page.on('request', (request) =>
    requests.push({ url: new URL(request.url()), method: request.method(), headers: request.headers() }),
  )
  const pageAnswer = page.waitForResponse((response) => response.url().includes('/write/detail/'))
  await story.write(page, 'Looked at closely')
  await send(page)
  await story.expectOnce(page, 'Looked at closely')

  const headers = (await pageAnswer).headers()
  expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer' })
  expect(headers['cache-control']).toContain('no-store')
  expect(new Set(requests.map(({ url }) => url.origin))).toEqual(new Set([story.door.url]))
  for (const { headers: sent } of requests) expect(sent['referer'] ?? '').not.toContain('/write/')
  const calls = requests.filter(({ url }) => url.pathname.startsWith('/api/trpc/'))
  expect(calls.filter(({ method }) => method === 'POST').length).toBeGreaterThan(1)
  for (const { url, headers: sent } of calls) {
    expect(url.pathname).toMatch(/^\/api\/trpc\/[a-zA-Z.]+$/)
    expect(url.searchParams.has('batch')).toBe(false)
    expect(sent['x-attempt-id']).toMatch(/^[\da-f-]{36}$/)
    expect(sent['x-release']).toBeTruthy()
  }
  const code = new URL(story.order.starLinks[4] ?? '').pathname.split('/').at(-1) ?? ''
  expect(story.door.logLines()).not.toContain(code)
})

test('the api is killed between commit and answer and comes back: one review', async ({ page, story, stored }) => {
  await story.write(page, 'Killed in between')
  story.door.db.set('down', { kind: 'hold', afterSending: 'commit' })
  await send(page)
  await expect.poll(async () => (await stored.reviewsOf(story.order.name)).length).toBe(1)
  await story.door.kill()
  story.door.db.heal()
  await expect(page.getByText('Nothing is lost')).toBeVisible()
  await story.door.start()
  await story.expectOnce(page, 'Killed in between')
  await story.expectVerdict('lost_response')
})

test('the api is killed before the commit and comes back: the page sends again, one review', async ({
  page,
  story,
  stored,
}) => {
  await story.write(page, 'Killed before it was stored')
  story.door.db.set('up', { kind: 'hold', afterSending: 'insert into "review_submission"' })
  await send(page)
  await expect.poll(() => story.door.db.held()).toBeGreaterThan(0)
  await story.door.kill()
  story.door.db.heal()
  expect(await stored.reviewsOf(story.order.name)).toEqual([])
  await story.door.start()
  await story.expectOnce(page, 'Killed before it was stored')
  await story.expectVerdict('unknown')
})
