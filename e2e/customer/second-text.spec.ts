import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/test.ts'

const body = 'Your review'

const sendText = async (page: Page, text: string): Promise<void> => {
  await page.getByLabel(body, { exact: true }).fill(text)
  await page.getByRole('button', { name: 'Send review' }).click()
}

/** The form for changes, with the second text in it and the reason beside it. */
const expectChangeForm = async (page: Page): Promise<void> => {
  await expect(page.getByText('You’ve already reviewed this item')).toBeVisible()
  await expect(page.getByLabel(body, { exact: true })).toHaveValue('Second thoughts.')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('Second thoughts.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Edit review' })).toBeVisible()
}

test('other words sent after going back, without scripts, stand in the form for changes', async ({
  playwright,
  placeOrder,
}, { project }) => {
  const { starLinks } = await placeOrder()
  // Keeps the pages it has left, as people's browsers do; else the form itself would not come back.
  const browser = await playwright.chromium.launch({
    ...project.use.launchOptions,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  })
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-US' })
  const page = await context.newPage()
  await page.goto(starLinks[3] ?? '')
  await sendText(page, 'First thoughts.')
  await page.waitForURL(/sent=1/)
  await page.goBack({ waitUntil: 'commit' })
  await expect(page.getByRole('button', { name: 'Send review' })).toBeVisible()
  await sendText(page, 'Second thoughts.')
  await expectChangeForm(page)
  await browser.close()
})

test('other words sent from a second tab, with scripts, stand in the form for changes', async ({
  page,
  context,
  placeOrder,
}) => {
  const { starLinks } = await placeOrder()
  const other = await context.newPage()
  for (const tab of [page, other]) {
    await tab.goto(starLinks[3] ?? '')
    await tab.locator('form[novalidate]').waitFor()
  }
  await sendText(page, 'First thoughts.')
  await expect(page.getByText('Sent. Thank you')).toBeVisible()
  await sendText(other, 'Second thoughts.')
  await expectChangeForm(other)
})

test('words of a second tab that is reloaded after the first one sent its own stand in the form for changes', async ({
  page,
  context,
  placeOrder,
}) => {
  const { starLinks } = await placeOrder()
  const other = await context.newPage()
  for (const tab of [other, page]) {
    await tab.goto(starLinks[3] ?? '')
    await tab.locator('form[novalidate]').waitFor()
  }
  await other.getByLabel(body, { exact: true }).fill('Second thoughts.')
  await expect(other.getByText('Saved on this computer')).toBeVisible()
  await sendText(page, 'First thoughts.')
  await expect(page.getByText('Sent. Thank you')).toBeVisible()
  await other.reload()
  await expectChangeForm(other)
})
