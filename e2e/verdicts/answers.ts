import type { Route } from '@playwright/test'
import type { Label, VerdictCase } from './case.ts'
import { both, type Procedure, status, submit } from './stage.ts'

const html = { contentType: 'text/html', body: '<h1>Sign in to the Wi-Fi</h1>' }

interface Answering {
  readonly labels: Readonly<Partial<Record<Procedure, Label | null>>>
  /** Which calls something in between answers. */
  readonly pattern: string
  readonly answer: (route: Route) => Promise<void>
}

const answering = (
  name: string,
  { labels, pattern, answer }: Answering,
  more: Partial<VerdictCase> = {},
): VerdictCase => ({
  name,
  labels,
  async act({ page, send, called }) {
    await page.route(pattern, answer)
    await send()
    await called(status)
    await page.waitForTimeout(1_200)
    await page.unroute(pattern, answer)
  },
  ...more,
})
const first = `**/api/trpc/${submit}`
const every = '**/api/trpc/customer.review.*'

/** The server did its part, and something else came of its answer. */
const replaced = (name: string, change: { status?: number; contentType?: string; body: string }): VerdictCase =>
  answering(name, {
    labels: { [submit]: 'lost_response' },
    pattern: first,
    async answer(route) {
      const response = await route.fetch()
      await route.fulfill({ response, ...change })
    },
  })

export const answerCases: readonly VerdictCase[] = [
  replaced('an answer that was emptied', { body: '' }),
  replaced('an answer that was garbled', { body: '\u0000{"res' }),
  replaced('an answer replaced by a page', { status: 200, ...html }),
  replaced('a gateway’s 502 in place of our answer', { status: 502, ...html }),
  answering('an answer that the network dropped', {
    labels: { [submit]: 'lost_response' },
    pattern: first,
    async answer(route) {
      await route.fetch()
      await route.abort('connectionreset')
    },
  }),
  answering(
    'a hotel’s sign-in page in place of everything',
    {
      labels: both('never_arrived'),
      pattern: '**/*',
      answer: async (route) => await route.fulfill({ status: 200, ...html }),
    },
    { isQuick: true, width: 390 },
  ),
  answering('a hotel that sends everything to its sign-in page', {
    labels: both('never_arrived'),
    pattern: '**/*',
    answer: async (route) => await route.fulfill({ status: 302, headers: { location: 'http://127.0.0.1:9/portal' } }),
  }),
  ...[502, 504].map((code) =>
    answering(`a gateway’s ${code} before us`, {
      labels: both('server_error'),
      pattern: every,
      answer: async (route) => await route.fulfill({ status: code, ...html }),
    }),
  ),
  answering('a proxy that refuses the size', {
    labels: { [submit]: 'rejected' },
    pattern: first,
    answer: async (route) => await route.fulfill({ status: 429, ...html }),
  }),
  {
    name: 'a review that the server refuses',
    labels: { [submit]: 'rejected' },
    async act({ page, send }) {
      await page.route(first, async (route) => {
        const typed = JSON.parse(route.request().postData() ?? '{}') as object
        await route.continue({ postData: JSON.stringify({ ...typed, rating: 9 }) })
      })
      const answered = page.waitForResponse((response) => response.url().includes(submit))
      await send()
      await answered
      await page.unroute(first)
    },
  },
  {
    name: 'a database that is away',
    labels: both('server_error'),
    isQuick: true,
    async act({ door, send, called }) {
      door.db.refuse(true)
      await send()
      await called(status, 2)
      door.db.refuse(false)
    },
  },
  {
    name: 'a server slower than the page waits',
    labels: { [submit]: 'timed_out' },
    async act({ page, door, send, failed }) {
      door.db.set('down', { kind: 'hold', afterSending: 'insert into "review_submission"' })
      await send()
      await failed(submit)
      await page.waitForTimeout(1_000)
    },
  },
  ...(['down', 'up'] as const).flatMap((direction): VerdictCase[] =>
    [
      ['late', { kind: 'delay', ms: 2_000 }] as const,
      ['in pieces', { kind: 'slice', bytes: 200, ms: 40 }] as const,
    ].map(([how, fault]) => ({
      name: `a call that works: ${direction === 'up' ? 'sent' : 'answered'} ${how}`,
      labels: { [submit]: 'none' },
      async act({ page, door, send }) {
        door.net.set(direction, { ...fault, afterSending: submit })
        await send()
        await page.getByText('Sent. Thank you').waitFor()
      },
    })),
  ),
]
