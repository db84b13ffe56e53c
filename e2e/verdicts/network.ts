import type { Route } from '@playwright/test'
import type { Fault } from '../fixtures/fault.ts'
import type { Label, VerdictCase } from './case.ts'
import { type Stage, status, submit } from './stage.ts'

const calls = '/api/trpc/customer.review.'
const both = (label: Label) => ({ [submit]: label, [status]: label }) as const

/** The answer meets a fault once the server has done its part. */
const lost = (name: string, fault: Fault, more: Partial<VerdictCase> = {}): VerdictCase => ({
  name,
  labels: { [submit]: 'lost_response' },
  async act({ door, send, failed }) {
    door.net.set('down', { ...fault, afterSending: submit })
    await send()
    await failed(submit)
  },
  ...more,
})

/** The answer's own bytes, some 900 of them, cut short in every part. */
const cutCases = [20, 300, 700, 880, 950].flatMap((afterBytes) => [
  lost(
    `an answer cut after ${afterBytes} bytes`,
    { kind: 'cut', afterBytes, times: 1 },
    {
      isQuick: afterBytes === 20,
      // A browser takes an end within the headers for an empty answer, and that for no failure of the network.
      async act({ door, send, called }) {
        door.net.set('down', { kind: 'cut', afterBytes, times: 1, afterSending: submit })
        await send()
        await called(status)
      },
    },
  ),
  lost(
    `an answer reset after ${afterBytes} bytes, on a phone`,
    { kind: 'reset', afterBytes, times: 1 },
    {
      width: 390,
      // Of which not a byte came through the browser asks again by itself, and the page sees no failure.
      async act({ page, door, calls, send }) {
        door.net.set('down', { kind: 'reset', afterBytes, times: 1, afterSending: submit })
        await send()
        await page.getByText('Sent. Thank you').waitFor()
        return calls.ids[status].length > 0 ? 'lost_response' : 'none'
      },
    },
  ),
])

const brokenCases: readonly VerdictCase[] = [
  ...cutCases,
  {
    name: 'answers to the review and to the question for it, both cut',
    labels: both('lost_response'),
    isQuick: true,
    async act({ page, door, send }) {
      door.net.set('down', { kind: 'cut', afterBytes: 20, times: 2, afterSending: calls })
      await send()
      await page.getByText('Sent. Thank you').waitFor()
    },
  },
  {
    name: 'an answer on its way when every connection is reset',
    labels: { [submit]: 'lost_response' },
    async act({ door, send, failed }) {
      door.net.set('down', { kind: 'hold', afterSending: submit })
      await send()
      while (door.net.held() === 0) await new Promise((resolve) => setTimeout(resolve, 10))
      door.net.sever()
      await failed(submit)
    },
    isHeldOut: true,
  },
  lost('an answer swallowed by a black hole', { kind: 'hold' }),
  {
    name: 'a request swallowed by a black hole',
    labels: { [submit]: 'never_arrived' },
    async act({ door, send, failed }) {
      door.net.set('up', { kind: 'hold', afterSending: submit })
      await send()
      await failed(submit)
      door.net.sever()
    },
  },
  {
    name: 'requests reset on their way, again and again',
    labels: { [submit]: 'never_arrived' },
    async act({ door, send, failed }) {
      door.net.set('up', { kind: 'reset', afterBytes: 0, afterSending: `POST /api/trpc/${submit}` })
      await send()
      await failed(submit)
    },
  },
  {
    name: 'everything slower than the page waits',
    labels: { [submit]: 'timed_out' },
    async act({ door, send, failed }) {
      door.net.set('down', { kind: 'delay', ms: 17_000 })
      await send()
      await failed(submit)
    },
  },
]

const refusing = (name: string, begin: (stage: Stage) => unknown, end: (stage: Stage) => unknown): VerdictCase[] =>
  [0, 3_000].map((awayMs) => ({
    name: `${name}, for ${awayMs === 0 ? 'a moment' : 'seconds'}`,
    labels: both('never_arrived'),
    isQuick: name === 'a port where nothing listens' && awayMs === 0,
    ...(awayMs === 0 ? {} : { width: 390 }),
    async act(stage) {
      await begin(stage)
      await stage.send()
      await stage.failed(status)
      await stage.page.waitForTimeout(awayMs)
      await end(stage)
    },
  }))

const awayCases: readonly VerdictCase[] = [
  ...refusing(
    'a port where nothing listens',
    async ({ door }) => await door.net.shut(true),
    async ({ door }) => await door.net.shut(false),
  ),
  ...refusing(
    'connections reset as they open',
    ({ door }) => door.net.refuse(true),
    ({ door }) => door.net.refuse(false),
  ),
  ...['namenotresolved', 'addressunreachable', 'connectionreset', 'connectionrefused', 'connectionfailed'].flatMap(
    (error) =>
      refusing(
        `every request failing as by ${error}`,
        async ({ page }) => await page.route('**/*', async (route) => await route.abort(error)),
        async ({ page }) => await page.unroute('**/*'),
      ).slice(0, 1),
  ),
  ...refusing(
    'a request under way when the server’s port is shut',
    async ({ door }) => {
      door.net.set('up', { kind: 'hold', afterSending: submit })
    },
    async ({ door }) => await door.net.shut(false),
  )
    .slice(0, 1)
    .map((one) => ({
      ...one,
      isHeldOut: true,
      async act({ door, send, called, failed }: Stage) {
        door.net.set('up', { kind: 'hold', afterSending: submit })
        await send()
        await called(submit)
        await door.net.shut(true)
        await failed(status)
        await door.net.shut(false)
      },
    })),
  {
    name: 'no network before sending',
    labels: both('offline'),
    isQuick: true,
    async act({ context, send, failed }) {
      await context.setOffline(true)
      await send()
      await failed(status)
      await context.setOffline(false)
    },
  },
  {
    name: 'the network lost as the request is sent, on a phone',
    labels: { [submit]: 'offline' },
    width: 390,
    async act({ context, door, send, called, failed }) {
      door.net.set('up', { kind: 'hold', afterSending: submit })
      await send()
      await called(submit)
      while (door.net.held() === 0) await new Promise((resolve) => setTimeout(resolve, 10))
      await context.setOffline(true)
      door.net.sever()
      await failed(submit)
      await context.setOffline(false)
    },
  },
  {
    name: 'the network lost with the answer on its way',
    labels: { [submit]: null },
    async act({ context, door, send, failed }) {
      door.net.set('down', { kind: 'hold', afterSending: submit })
      await send()
      while (door.net.held() === 0) await new Promise((resolve) => setTimeout(resolve, 10))
      await context.setOffline(true)
      door.net.sever()
      await failed(submit)
      await context.setOffline(false)
    },
    isHeldOut: true,
  },
]

const blockedBy = (
  name: string,
  pattern: string,
  isForStatus: boolean,
  more: Partial<VerdictCase> = {},
): VerdictCase => ({
  name,
  labels: isForStatus ? both('blocked_by_client') : { [submit]: 'blocked_by_client' },
  async act({ page, context, send, failed }) {
    const devtools = await context.newCDPSession(page)
    await devtools.send('Network.enable')
    await devtools.send('Network.setBlockedURLs', { urls: [pattern] })
    await send()
    await failed(isForStatus ? status : submit)
    // A list of what to block stays.
    await page.waitForTimeout(1_500)
    await devtools.send('Network.setBlockedURLs', { urls: [] })
  },
  ...more,
})
const aborting = (name: string, act: (route: Route) => Promise<void>): VerdictCase => ({
  name,
  labels: { [submit]: 'blocked_by_client' },
  async act({ page, send, failed }) {
    await page.route(`**/api/trpc/${submit}`, act)
    await send()
    await failed(submit)
    await page.waitForTimeout(1_500)
  },
})

const blockedCases: readonly VerdictCase[] = [
  blockedBy('a blocked address', `*${submit}*`, false, { isQuick: true }),
  blockedBy('blocked calls of one kind, on a phone', '*/api/trpc/*', true, { width: 390 }),
  blockedBy('everything blocked that an api answers', '*/api/*', true),
  blockedBy('a blocked word', '*review.s*', true, { isHeldOut: true }),
  aborting('a block by an extension', async (route) => await route.abort('blockedbyclient')),
  aborting('a slow block by an extension', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 120))
    await route.abort('blockedbyclient')
  }),
  {
    name: 'a content policy that somebody added',
    labels: both('blocked_by_client'),
    async act({ page, send }) {
      await page.evaluate(() => {
        const policy = document.createElement('meta')
        policy.httpEquiv = 'Content-Security-Policy'
        policy.content = "connect-src 'none'"
        document.head.append(policy)
      })
      await send()
      await page.getByText('Nothing is lost').waitFor()
      await page.waitForTimeout(1_500)
    },
  },
]

export const networkCases: readonly VerdictCase[] = [...brokenCases, ...awayCases, ...blockedCases]
