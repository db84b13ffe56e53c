import { type BrowserContext, expect, type Page } from '@playwright/test'
import type { Door } from '../fixtures/door.ts'

export const submit = 'customer.review.submit'
export const status = 'customer.review.status'
/** One label for the call and for the question that follows it. */
export const both = <Label>(label: Label): Readonly<Record<Procedure, Label>> => ({ [submit]: label, [status]: label })
export type Procedure = typeof submit | typeof status

/** One person on one review page behind the faulty network, about to send. */
export interface Stage {
  readonly page: Page
  readonly context: BrowserContext
  readonly door: Door
  readonly calls: Calls
  /** Presses the button. */
  readonly send: () => Promise<void>
  /** Resolves when the page has made so many calls of this procedure. */
  readonly called: (procedure: Procedure, count?: number) => Promise<void>
  /** Resolves when so many calls of this procedure have failed, as the page saw it. */
  readonly failed: (procedure: Procedure, count?: number) => Promise<void>
  /** Resolves when an answer waits in the faulty network. */
  readonly held: () => Promise<void>
  /** Another page of the same site. */
  readonly elsewhere: string
  /** Appends a link to the page and clicks it. */
  readonly clickLink: (href: string, attributes?: string) => Promise<void>
}

interface Calls {
  /** Ids of the attempts of each procedure, in order. */
  readonly ids: Record<Procedure, string[]>
  readonly failures: Record<Procedure, number>
}

const procedureOf = (url: string): Procedure | null =>
  [submit, status].find((name): name is Procedure => url.includes(`/api/trpc/${name}`)) ?? null

/** Notes each call of the page under its attempt's id. */
export const watchCalls = (page: Page): Calls => {
  const calls: Calls = { ids: { [submit]: [], [status]: [] }, failures: { [submit]: 0, [status]: 0 } }
  page.on('request', (request) => {
    const procedure = procedureOf(request.url())
    const id = request.headers()['x-attempt-id']
    if (procedure !== null && id !== undefined) calls.ids[procedure].push(id)
  })
  page.on('requestfailed', (request) => {
    const procedure = procedureOf(request.url())
    if (procedure !== null && request.headers()['x-attempt-id'] !== undefined) calls.failures[procedure] += 1
  })
  return calls
}

/** Opens the link, types a review and leaves the rest to the case. */
export const openStage = async (page: Page, door: Door, link: string): Promise<Stage> => {
  const calls = watchCalls(page)
  const { pathname, search } = new URL(link)
  await page.goto(`${door.url}/healthz`)
  await page.goto(`${door.url}${pathname}${search}`)
  // A button pressed before the page has come alive sends a plain form.
  await page.locator('form[novalidate]').waitFor()
  await page.getByLabel('Your review', { exact: true }).fill('Warm and light.')
  const reach = async (read: () => number, count: number): Promise<void> =>
    await expect.poll(read, { timeout: 25_000, intervals: [20] }).toBeGreaterThanOrEqual(count)
  return {
    calls,
    page,
    context: page.context(),
    door,
    elsewhere: `${door.url}/healthz?elsewhere`,
    async send() {
      await page.getByRole('button', { name: 'Send review' }).click()
    },
    called: async (procedure, count = 1) => await reach(() => calls.ids[procedure].length, count),
    failed: async (procedure, count = 1) => await reach(() => calls.failures[procedure], count),
    held: async () => await expect.poll(() => door.net.held(), { intervals: [10] }).toBeGreaterThan(0),
    async clickLink(href, attributes = '') {
      await page.evaluate(
        ([to, more]) => document.body.insertAdjacentHTML('afterbegin', `<a id="away" href="${to}" ${more}>away</a>`),
        [href, attributes],
      )
      await page.locator('#away').click({ noWaitAfter: true })
    },
  }
}
