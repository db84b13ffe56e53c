import type { Browser } from '@playwright/test'
import { expect, test } from '../fixtures/test.ts'

test.describe('a reader of Korean', () => {
  test.use({ locale: 'ko-KR' })

  test('gets documents in Korean, and those who read English, in English', async ({ page, demo, browser }) => {
    const english = await browser.newContext({ locale: 'en-GB', baseURL: demo.publicUrl })
    const other = await english.newPage()
    for (const address of [
      demo.reviewUrls[0] ?? '',
      '/write/detail/unknown',
      '/write/link-again',
      `/write/login/${demo.shop.accessCode}`,
      '/write/unsubscribe/unknown',
    ]) {
      await page.goto(address)
      await expect(page.locator('html'), address).toHaveAttribute('lang', 'ko')
      await other.goto(address)
      await expect(other.locator('html'), address).toHaveAttribute('lang', 'en')
    }
    await english.close()
  })
})

const korean = /\p{Script=Hangul}/u
const english = /What surprised you|Saved on this phone|hasn’t checked it yet/

interface Shipped {
  readonly document: string
  readonly scripts: readonly string[]
}

/** What a reader's browser is sent for a page, and its scripts. */
const load = async (browser: Browser, locale: string, url: string): Promise<Shipped> => {
  const context = await browser.newContext({ locale })
  const page = await context.newPage()
  const scripts: Promise<string>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.text())
  })
  const answer = await page.goto(url)
  const shipped = { document: (await answer?.text()) ?? '', scripts: await Promise.all(scripts) }
  await context.close()
  return shipped
}

test('a page ships one language: its scripts hold none, its document its reader’s', async ({ browser, demo }) => {
  for (const path of [demo.reviewUrls[0] ?? '', '/write/detail/unknown', `/write/login/${demo.shop.accessCode}`]) {
    const url = new URL(path, demo.publicUrl).href
    const [koreans, others] = [await load(browser, 'ko-KR', url), await load(browser, 'en-GB', url)]
    const scripts = [...koreans.scripts, ...others.scripts]
    expect(scripts.length, path).toBeGreaterThan(2)
    expect(
      scripts.filter((script) => korean.test(script) || english.test(script)),
      path,
    ).toEqual([])
    expect([korean.test(koreans.document), english.test(koreans.document)], path).toEqual([true, false])
    expect(korean.test(others.document), path).toBe(false)
  }
})

test.describe('a reader of a language that we do not speak', () => {
  test.use({ locale: 'fi-FI' })

  test('gets the document in the language of the shop', async ({ page, demo }) => {
    await page.goto(demo.reviewUrls[0] ?? '')
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  })
})

test('a customer whose review was rejected reads why, and that it can be edited', async ({
  page,
  browser,
  signIn,
  placeOrder,
}) => {
  const order = await placeOrder()
  const url = order.starLinks[4] ?? ''
  await page.goto(url)
  await page.getByLabel('Your review', { exact: true }).fill('Call me at 555-0199.')
  await page.getByRole('button', { name: 'Send review' }).click()
  await expect(page.getByText('checks reviews before they appear')).toBeVisible()
  const moderator = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const desk = await moderator.newPage()
  await signIn(desk)
  await desk.goto('/admin/reviews')
  await desk.getByText('Call me at 555-0199.').first().click()
  await desk.getByRole('button', { name: 'Reject' }).first().click()
  await desk.getByRole('radio', { name: 'Contains personal data' }).check()
  await desk
    .getByRole('dialog')
    .getByRole('button', { name: /Reject/ })
    .click()
  await expect(desk.getByText('Rejected').first()).toBeVisible()
  await moderator.close()
  await page.goto(url.split('?', 1)[0] ?? '')
  await expect(page.getByText('Reason: contains personal details.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Edit review' })).toBeVisible()
})

test('a page that fails in the browser says so in the language of its reader', async ({ browser, placeOrder }) => {
  const order = await placeOrder()
  const context = await browser.newContext({ locale: 'ko-KR' })
  const page = await context.newPage()
  // Asked for while the page draws where a draft is kept.
  await page.addInitScript(() =>
    Object.defineProperty(globalThis, 'matchMedia', {
      get: () => {
        throw new Error('planted')
      },
    }),
  )
  await page.goto(order.starLinks[0] ?? '')
  await page.locator('textarea').fill('좋아요')
  await expect(page.getByRole('heading', { name: '페이지를 불러오지 못했습니다' })).toBeVisible()
  await expect(page.getByRole('button', { name: '다시 불러오기' })).toBeVisible()
  await context.close()
})
