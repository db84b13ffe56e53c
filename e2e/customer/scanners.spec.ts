import { expect, type Page } from '@playwright/test'
import { openStored } from '../fixtures/stored.ts'
import { test } from '../fixtures/test.ts'

/** Clicks whatever can be clicked, as security gateways do, and types nothing. */
const clickEverything = async (page: Page, address: string): Promise<void> => {
  const things = page.locator('button, [role="button"], input[type="submit"], label, input[type="radio"], summary')
  const count = await things.count()
  for (let index = 0; index < count; index += 1) {
    await things
      .nth(index)
      .click({ timeout: 500, force: true })
      .catch(() => undefined)
    if (!page.url().startsWith(address)) await page.goto(address)
  }
}

test('a scanner that opens a review link twice and clicks every button writes nothing', async ({
  page,
  context,
  placeOrder,
  demo,
}) => {
  const stored = openStored(demo)
  const { name, starLinks } = await placeOrder(2)
  const link = (starLinks[0] ?? '').split('?')[0] ?? ''
  const second = await context.newPage()
  const firstVisit = page.goto(link)
  await new Promise((resolve) => setTimeout(resolve, 134))
  await Promise.all([firstVisit, second.goto(link)])
  await clickEverything(page, link)
  await clickEverything(second, link)
  // Longer than a draft waits before it is saved, and what is saved when a page is left.
  await page.waitForTimeout(2_500)
  await page.close()
  await second.close()
  expect(await stored.reviewsOf(name)).toEqual([])
  expect(await stored.tracesOf(name)).toEqual({ drafts: 0, touches: 0 })
  await stored.close()
})

test('a scanner that presses every button of the unsubscribe page stops no mail', async ({
  page,
  placeOrder,
  mailbox,
  demo,
}) => {
  const stored = openStored(demo)
  const { email } = await placeOrder()
  const source = await mailbox.source(await mailbox.waitFor(email))
  const link = /^List-Unsubscribe: <([^>]+)>/im.exec(source)?.[1] ?? ''
  await page.goto(link)
  await clickEverything(page, link)
  // Also one that ignores what a browser asks for.
  await page.locator('form').evaluate((form: HTMLFormElement) => form.setAttribute('novalidate', ''))
  await clickEverything(page, link)
  expect(await stored.isSubscribed(email)).toBe(true)
  await stored.close()
})
