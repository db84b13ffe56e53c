import { type BrowserContext, expect, type Page } from '@playwright/test'
import { expireAccess } from '../fixtures/session-cookies.ts'
import { test } from '../fixtures/test.ts'

/** How often any page of this browser asks for a renewal, by method. */
const watchRenewals = (context: BrowserContext): string[] => {
  const methods: string[] = []
  context.on('request', (request) => {
    if (request.url().includes('/api/session/refresh')) methods.push(request.method())
  })
  return methods
}

const openTabs = async (context: BrowserContext, path: string): Promise<Page[]> => {
  const tabs = await Promise.all(Array.from({ length: 6 }, async () => await context.newPage()))
  await Promise.all(tabs.map(async (tab) => await tab.goto(path)))
  return tabs
}

/** A page that calls nothing by itself. */
const openQuietPage = async (page: Page): Promise<void> => {
  await page.goto('/admin/account')
  await expect(page.getByRole('heading', { name: 'Account' })).toBeVisible()
}

const heading = (page: Page) => page.getByRole('heading', { name: 'Reviews', exact: true })

test('six tabs restored at once after a night all stay signed in, with one rotation', async ({
  page,
  context,
  people,
  signIn,
}) => {
  const person = await people.add()
  await signIn(page, person)
  const tabs = await openTabs(context, '/admin/account')
  await expireAccess(context)
  await Promise.all(tabs.map(async (tab) => await tab.reload()))
  for (const tab of tabs) {
    await expect(tab.getByRole('heading', { name: 'Account' })).toBeVisible()
    await expect(tab).toHaveURL(/\/admin\/account$/)
  }
  expect(await people.sessionsOf(person)).toEqual([{ gen: 1, isRevoked: false }])
})

test('six open tabs that call at once rotate once between them, and none asks twice', async ({
  page,
  context,
  people,
  signIn,
}) => {
  const person = await people.add()
  await signIn(page, person)
  const tabs = await openTabs(context, '/admin/reviews')
  for (const tab of tabs) await expect(heading(tab)).toBeVisible()
  const renewals = watchRenewals(context)
  await expireAccess(context)
  await Promise.all(
    tabs.map(async (tab) => {
      await tab
        .getByRole('navigation', { name: 'Status' })
        .getByRole('link', { name: /Rejected/ })
        .click()
    }),
  )
  for (const tab of tabs) {
    await expect(tab).toHaveURL(/status=rejected/)
    await expect(tab.getByRole('alert').filter({ hasText: /./ })).toHaveCount(0)
  }
  await expect.poll(async () => (await people.sessionsOf(person))[0]?.gen).toBe(1)
  await Promise.all(tabs.map(async (tab) => await tab.waitForLoadState('networkidle')))
  // One as a rule. A browser shows one tab's note to another tab's process a moment later: on a busy machine a tab can
  // ask before it sees that another has. It is given the same tokens.
  expect(renewals.length).toBeGreaterThanOrEqual(1)
  expect(renewals.length).toBeLessThanOrEqual(tabs.length)
  expect(new Set(renewals)).toEqual(new Set(['POST']))
  expect(await people.sessionsOf(person)).toEqual([{ gen: 1, isRevoked: false }])
})

test('a page asked for with an expired access token costs one redirect and one rotation', async ({
  page,
  context,
  people,
  signIn,
}) => {
  const person = await people.add()
  await signIn(page, person)
  await openQuietPage(page)
  const renewals = watchRenewals(context)
  await expireAccess(context)
  await page.goto('/admin/requests')
  await expect(page.getByRole('heading', { name: 'Review requests' })).toBeVisible()
  expect(renewals).toEqual(['GET'])
  expect(await people.sessionsOf(person)).toEqual([{ gen: 1, isRevoked: false }])
})

test('ten prefetched links with an expired access token rotate nothing', async ({ page, context, people, signIn }) => {
  const person = await people.add()
  await signIn(page, person)
  await openQuietPage(page)
  await expireAccess(context)
  await page.evaluate(async () => {
    const links = Array.from({ length: 10 }, (_, index) => `/admin/requests?prefetch=${index}`)
    const asNext = { RSC: '1', 'Next-Router-Prefetch': '1' }
    await Promise.all(links.map(async (link) => await (await fetch(link, { headers: asNext })).text()))
    const byBrowser = links.map(async (href) => {
      const link = Object.assign(document.createElement('link'), { rel: 'prefetch', href: `${href}&by=browser` })
      const settled = new Promise((resolve) => {
        link.addEventListener('load', resolve)
        link.addEventListener('error', resolve)
      })
      document.head.append(link)
      await settled
    })
    await Promise.all(byBrowser)
  })
  expect(await people.sessionsOf(person)).toEqual([{ gen: 0, isRevoked: false }])
})

test('a page that is looked at renews ahead of time', async ({ page, people, signIn }) => {
  const person = await people.add()
  await page.clock.install()
  await signIn(page, person)
  await expect(heading(page)).toBeVisible()
  const renewal = page.waitForResponse('**/api/session/refresh')
  await page.clock.fastForward('27:00')
  expect((await renewal).status()).toBe(200)
  await expect(heading(page)).toBeVisible()
})

test('a server that cannot renew signs nobody out; the next try works', async ({ page, context, people, signIn }) => {
  const person = await people.add()
  await signIn(page, person)
  await expect(heading(page)).toBeVisible()
  await page.route('**/api/session/refresh', (route) =>
    route.fulfill({ status: 503, json: { code: 'unavailable', message: '', requestId: 'r' } }),
  )
  await expireAccess(context)
  const rejected = page.getByRole('navigation', { name: 'Status' }).getByRole('link', { name: /Rejected/ })
  await rejected.click()
  await expect(page.getByText('Couldn’t reach the server.').first()).toBeVisible({ timeout: 20_000 })
  expect(new URL(page.url()).pathname).toBe('/admin/reviews')
  await page.unroute('**/api/session/refresh')
  await page.getByRole('button', { name: 'Try again' }).first().click()
  await expect(page.getByText('Couldn’t reach the server.')).toHaveCount(0)
  await expect.poll(async () => await people.sessionsOf(person)).toMatchObject([{ gen: 1, isRevoked: false }])
})
