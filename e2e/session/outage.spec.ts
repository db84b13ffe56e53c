import type { Page } from '@playwright/test'
import { type OwnInstallation, startOwnInstallation } from '../fixtures/own-installation.ts'
import { expect, test as base } from '../fixtures/test.ts'

const test = base.extend<object, { own: OwnInstallation }>({
  own: [
    async ({}, use) => {
      const own = await startOwnInstallation('outage')
      await use(own)
      await own.close()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
})
test.describe.configure({ mode: 'default', timeout: 120_000 })

const signInTo = async (page: Page, own: OwnInstallation, person: 'admin' | 'operator' = 'admin'): Promise<void> => {
  await page.goto(`${own.demo.publicUrl}/sign-in`)
  await page.getByLabel('Email address').fill(own.demo[person].email)
  await page.getByLabel('Password').fill(own.demo[person].password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/(?:admin\/|operator)/)
}
const outageMs = 10_000
const away = 'We’ll be right back'
const token = 'A'.repeat(43)

test('while Postgres is stopped every page says in words what is the matter, with the time to wait, and signs nobody out', async ({
  own,
  page,
  context,
  browser,
}) => {
  await signInTo(page, own)
  await page.goto('about:blank')
  const operators = await browser.newContext()
  const operator = await operators.newPage()
  await signInTo(operator, own, 'operator')
  const code = new URL(own.demo.reviewUrls[0] ?? '').pathname.split('/').at(-1) ?? ''
  const { accessCode } = own.demo.shop
  const customers = [`/write/detail/${code}`, `/write/unsubscribe/${code}`, `/write/login/${accessCode}`]
  const others = ['/admin/reviews', '/admin/account', '/admin/members', `/invite/${code}`, `/reset-password/${token}`]
  const more = [`/sign-in/link/${token}`, '/', `/demo/${accessCode}`, '/api/session/refresh?next=/admin/reviews']
  const still = ['/sign-in', '/forgot-password']
  const before = await context.cookies(own.demo.publicUrl)
  const navigation = { accept: 'text/html', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
  const ask = async (path: string, language = 'en') =>
    await page.request.get(`${own.demo.publicUrl}${path}`, {
      headers: { ...navigation, 'accept-language': language },
      maxRedirects: 0,
    })
  await own.postgres.stop()
  for (const [paths, language, words] of [
    [[...customers, ...others, ...more], 'en', away],
    [customers, 'ko', '곧 다시 열립니다'],
  ] as const) {
    for (const path of paths) {
      const answer = await ask(path, language)
      const text = await answer.text()
      expect([path, answer.status(), text.includes(words)]).toEqual([path, 503, true])
      expect(Number(answer.headers()['retry-after']), path).toBeGreaterThan(0)
      expect(answer.headers()['set-cookie'], path).toBeUndefined()
      expect(text, path).toContain('http-equiv="refresh"')
    }
  }
  for (const path of still) expect([path, (await ask(path)).status()]).toEqual([path, 200])
  await operator.goto(`${own.demo.publicUrl}/operator/incidents`)
  await expect(operator.getByText(away)).toBeVisible()
  const call = await page.request.get(`${own.demo.publicUrl}/api/trpc/admin.review.counts`)
  expect([call.status(), call.headers()['retry-after'], await call.text()]).toEqual([
    503,
    '2',
    expect.stringContaining('"unavailable"'),
  ])
  await own.postgres.start()
  await expect.poll(async () => (await ask('/admin/reviews')).status(), { timeout: 20_000 }).toBe(200)
  await expect(operator.getByRole('heading', { name: 'Incidents' })).toBeVisible({ timeout: 20_000 })
  expect(await context.cookies(own.demo.publicUrl)).toEqual(before)
  await operators.close()
})

for (const javaScriptEnabled of [true, false]) {
  test(`a person who asks for a page while Postgres is away for ten seconds has it by itself afterwards, scripts ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    own,
    page,
    context,
    browser,
  }) => {
    await signInTo(page, own)
    await page.goto('about:blank')
    const storageState = await context.storageState()
    const other = await browser.newContext({ javaScriptEnabled, storageState })
    const [staff, renewing, customer] = [await other.newPage(), await other.newPage(), await other.newPage()]
    await own.postgres.stop()
    await staff.goto(`${own.demo.publicUrl}/admin/reviews?status=published`)
    await renewing.goto(`${own.demo.publicUrl}/api/session/refresh?next=/admin/account`)
    await customer.goto(own.demo.reviewUrls[0] ?? '')
    for (const each of [staff, renewing, customer]) await expect(each.getByText(away)).toBeVisible()
    await page.waitForTimeout(outageMs)
    await own.postgres.start()
    await expect(staff.getByRole('heading', { name: 'Reviews', exact: true })).toBeVisible({ timeout: 30_000 })
    await expect(staff).toHaveURL(/\/admin\/reviews\?status=published$/)
    await expect(renewing.getByRole('heading', { name: 'Account' })).toBeVisible({ timeout: 30_000 })
    await expect(customer.getByLabel('Your review', { exact: true })).toBeVisible({ timeout: 30_000 })
    await other.close()
  })
}

test('a form without scripts loses nothing that was typed while Postgres is away', async ({ own, browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-US' })
  const page = await context.newPage()
  await page.goto(`${own.demo.publicUrl}/write/login/${own.demo.shop.accessCode}`)
  await page.getByRole('textbox').fill('typed&kept@example.com')
  await own.postgres.stop()
  await page.getByRole('button').first().click()
  await expect(page.getByText('typed&kept@example.com')).toBeVisible()
  await page.getByRole('button', { name: 'Send again' }).click()
  await expect(page.getByText('typed&kept@example.com')).toBeVisible()
  await own.postgres.start()
  await expect(async () => {
    await page.getByRole('button', { name: 'Send again' }).click()
    await expect(page).toHaveURL(/sent=1/, { timeout: 2_000 })
  }).toPass({ timeout: 30_000 })
  await context.close()
})

test('a sign-in and an open list say what is the matter, keep what was typed, and go on afterwards', async ({
  own,
  page,
  browser,
}) => {
  await signInTo(page, own)
  const elsewhere = await browser.newContext()
  const form = await elsewhere.newPage()
  await form.goto(`${own.demo.publicUrl}/sign-in`)
  await form.getByLabel('Email address').fill(own.demo.admin.email)
  await form.getByLabel('Password').fill(own.demo.admin.password)
  await own.postgres.stop()
  await form.getByRole('button', { name: 'Sign in' }).click()
  await expect(form.getByText('This isn’t possible right now')).toBeVisible()
  await expect(form.getByLabel('Password')).toHaveValue(own.demo.admin.password)
  await page
    .getByRole('navigation', { name: 'Status' })
    .getByRole('link', { name: /Rejected/ })
    .click()
  const told = page.getByText('This isn’t possible right now').or(page.getByText(away))
  await expect(told.first()).toBeVisible({ timeout: 30_000 })
  await own.postgres.start()
  await expect(told).toHaveCount(0, { timeout: 30_000 })
  await expect(page).toHaveURL(/status=rejected/)
  await expect(async () => {
    await form.getByRole('button', { name: 'Sign in' }).click()
    await form.waitForURL('**/admin/reviews**', { timeout: 4_000 })
  }).toPass({ timeout: 30_000 })
  await elsewhere.close()
})

test('Postgres stands still for ten seconds without a word: nobody is signed out, and what was asked for comes', async ({
  own,
  page,
}) => {
  await signInTo(page, own)
  await own.postgres.freeze()
  const asked = page.goto(`${own.demo.publicUrl}/admin/account`, { timeout: 60_000 })
  await new Promise((resolve) => setTimeout(resolve, outageMs))
  own.postgres.thaw()
  await asked
  await expect(page.getByRole('heading', { name: 'Account' })).toBeVisible({ timeout: 40_000 })
  await expect(page).toHaveURL(/\/admin\/account$/)
})
