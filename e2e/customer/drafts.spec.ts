import { expect, type Page } from '@playwright/test'
import { codeOf } from '../fixtures/customer.ts'
import { test } from '../fixtures/test.ts'

const field = (page: Page) => page.getByLabel('Your review', { exact: true })
const saved = (page: Page) => page.waitForResponse((response) => response.url().includes('customer.draft.save'))

test('another device shows what was typed here, and the later edit wins with a word about it', async ({
  page,
  browser,
  placeOrder,
}) => {
  const link = (await placeOrder()).starLinks[3] ?? ''
  await page.goto(link)
  let save = saved(page)
  await field(page).fill('Typed on the phone')
  expect((await save).status()).toBe(200)
  await expect(page.getByText('Open your link on any device to continue')).toBeVisible()

  const context = await browser.newContext()
  const computer = await context.newPage()
  await computer.goto(link)
  await expect(field(computer)).toHaveValue('Typed on the phone')
  save = saved(computer)
  await field(computer).fill('Typed on the computer')
  await save

  save = saved(page)
  await field(page).fill('Typed on the phone again')
  await save
  await expect(page.getByText('You also wrote on another device')).toBeVisible()
  await expect(field(page)).toHaveValue('Typed on the phone again')

  // Looked at again, nothing typed since: the newer words stand there, the older ones are at hand.
  await computer.waitForTimeout(5_100)
  await computer.evaluate(() => globalThis.dispatchEvent(new Event('focus')))
  await expect(field(computer)).toHaveValue('Typed on the phone again')
  await computer.getByRole('button', { name: 'Show the other text' }).click()
  await expect(field(computer)).toHaveValue('Typed on the computer')
  await context.close()
})

test('what was typed a moment before the tab was closed is on the server', async ({ page, browser, placeOrder }) => {
  const link = (await placeOrder()).starLinks[3] ?? ''
  await page.goto(link)
  await field(page).fill('And then I closed it')
  await page.close({ runBeforeUnload: true })
  const context = await browser.newContext()
  const other = await context.newPage()
  await expect(async () => {
    await other.goto(link)
    await expect(field(other)).toHaveValue('And then I closed it', { timeout: 500 })
  }).toPass()
  await context.close()
})

test('words come back through a fresh link when the old one ended', async ({ page, placeOrder, mailbox, demo }) => {
  const { email, starLinks } = await placeOrder()
  await page.goto(starLinks[3] ?? '')
  const save = saved(page)
  await field(page).fill('Before the link ended')
  await save
  await page.evaluate(() => localStorage.clear())
  await page.goto(`/write/login/${demo.shop.accessCode}`)
  await page.getByLabel('Email address').fill(email)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  const mail = await mailbox.waitFor(email, 2)
  const fresh = /href="([^"]+\/write\/detail\/[^"?]+)/.exec(mail.html ?? '')?.[1] ?? ''
  expect(codeOf(fresh)).not.toBe(codeOf(starLinks[3] ?? ''))
  await page.goto(fresh)
  await expect(field(page)).toHaveValue('Before the link ended')
})

test('a refused form keeps every word on the server too, and the page says what to change', async ({
  page,
  placeOrder,
}) => {
  const link = (await placeOrder()).starLinks[3] ?? ''
  await page.goto(link)
  const save = saved(page)
  await page.getByLabel('Headline').fill('Only a headline')
  await save
  await page.getByRole('button', { name: 'Send review' }).click()
  await expect(page.getByText('Please write a few words.')).toBeVisible()
  await page.evaluate(() => localStorage.clear())
  await page.reload()
  await expect(page.getByLabel('Headline')).toHaveValue('Only a headline')
})

test('words typed a moment before the next item was opened are there on the way back', async ({ page, placeOrder }) => {
  const link = (await placeOrder(2)).starLinks[3] ?? ''
  await page.goto(link)
  await field(page).fill('Typed, and gone to the next one at once')
  await page.getByRole('navigation', { name: 'From the same order' }).getByRole('link').click()
  await expect(field(page)).toHaveValue('')
  await page.goBack()
  await expect(field(page)).toHaveValue('Typed, and gone to the next one at once')
  const save = saved(page)
  await field(page).fill('And a little more')
  await save
  await expect(page.getByText('Open your link on any device to continue')).toBeVisible()
  await expect(page.getByText('You also wrote on another device')).toHaveCount(0)
})
