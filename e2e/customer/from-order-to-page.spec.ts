import { type Browser, expect, type Page } from '@playwright/test'
import { test } from '../fixtures/test.ts'

const phone = { width: 390, height: 844 }

/** Clicks the fourth star of the mail's first item: what a customer does. */
const openFourthStar = async (page: Page, starLinks: readonly string[]): Promise<void> => {
  const link = starLinks[3]
  if (link === undefined) throw new Error('the mail has no star links')
  expect(link).toMatch(/\?rating=4$/)
  await page.goto(link)
  await expect(page.getByRole('radio', { name: /^4/ })).toBeChecked()
}

/** The words as the shop's page shows them, in a browser of its own. */
const expectOnShopPage = async (browser: Browser, url: string, words: string): Promise<void> => {
  const visitor = await browser.newPage()
  await visitor.goto(url)
  await expect(visitor.locator('afterword-reviews').getByRole('listitem').getByText(words)).toBeVisible()
  await visitor.close()
}

const variants = [
  { name: 'on a computer', viewport: { width: 1280, height: 800 }, javaScriptEnabled: true },
  { name: 'on a phone', viewport: phone, javaScriptEnabled: true },
  { name: 'without JavaScript', viewport: phone, javaScriptEnabled: false },
]

for (const { name, ...options } of variants) {
  test(`an order becomes a mail, a review, and words on the shop's page: ${name}`, async ({
    browser,
    page: admin,
    demo,
    placeOrder,
    signIn,
  }) => {
    const words = `Softer than it looks, and ${name} it was quick. ${Date.now()}`
    const order = await placeOrder()
    expect(order.starLinks).toHaveLength(5)

    const context = await browser.newContext({ ...options, baseURL: demo.publicUrl })
    const customer = await context.newPage()
    await openFourthStar(customer, order.starLinks)
    await expect(customer.getByText(order.name)).toBeVisible()
    await customer.getByLabel('Your review', { exact: true }).fill(words)
    await customer.getByRole('button', { name: 'Send review' }).click()
    await expect(customer.getByText('Sent. Thank you')).toBeVisible()
    await customer.goto(order.starLinks[0] ?? '')
    await expect(customer.getByText(words)).toBeVisible()
    await expect(customer.getByRole('button', { name: 'Send review' })).toHaveCount(0)
    await context.close()

    await signIn(admin)
    await admin.getByRole('searchbox').fill(words)
    await admin.getByRole('region', { name: 'Queue' }).getByText(words).click()
    const open = admin.getByRole('region', { name: 'Review' })
    await expect(open.getByText(words)).toBeVisible()
    await open.getByRole('button', { name: /Publish/ }).click()
    await expect(admin.getByRole('button', { name: /Undo/ })).toBeVisible()
    await expectOnShopPage(browser, `${demo.storefrontUrl}?product=${demo.productIds[0]}`, words)
  })
}

test('what a form without JavaScript refuses is typed in again when the page comes back', async ({
  browser,
  placeOrder,
}) => {
  const order = await placeOrder()
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await openFourthStar(page, order.starLinks)
  const tooLong = 'x'.repeat(121)
  await page
    .locator('input[name=title]')
    .evaluateAll((inputs) => inputs.forEach((input) => input.removeAttribute('maxlength')))
  await page.getByLabel(/Headline/).fill(tooLong)
  await page.getByLabel('Your review', { exact: true }).fill('Still here')
  await page.getByRole('button', { name: 'Send review' }).click()
  await expect(page.getByText('The title is too long')).toBeVisible()
  await expect(page.getByLabel('Your review', { exact: true })).toHaveValue('Still here')
  await expect(page.getByLabel(/Headline/)).toHaveValue(tooLong)
  await expect(page.getByRole('radio', { name: /^4/ })).toBeChecked()
  await context.close()
})

test('an order with three items has fifteen star links, and each item is reviewed by itself', async ({
  page,
  placeOrder,
}) => {
  const order = await placeOrder(3)
  expect(order.starLinks).toHaveLength(15)
  await page.goto(order.starLinks[4] ?? '')
  await page.getByLabel('Your review', { exact: true }).fill('The first of three.')
  await page.getByRole('button', { name: 'Send review' }).click()
  await expect(page.getByText('Sent. Thank you')).toBeVisible()
  await page.goto(order.starLinks[9] ?? '')
  await expect(page.getByRole('button', { name: 'Send review' })).toBeVisible()
  await expect(page.getByLabel('Your review', { exact: true })).toHaveValue('')
})

test('a double click sends one review', async ({ page, placeOrder, demo }) => {
  const order = await placeOrder()
  await openFourthStar(page, order.starLinks)
  let calls = 0
  page.on('request', (request) => {
    if (request.url().startsWith(`${demo.publicUrl}/api/trpc/customer.review.submit`)) calls += 1
  })
  await page.getByLabel('Your review', { exact: true }).fill('Clicked twice.')
  await page.getByRole('button', { name: 'Send review' }).dblclick()
  await expect(page.getByText('Sent. Thank you')).toBeVisible()
  expect(calls).toBe(1)
})

test('a review can be changed later from the same link', async ({ page, placeOrder }) => {
  const order = await placeOrder()
  await openFourthStar(page, order.starLinks)
  await page.getByLabel('Your review', { exact: true }).fill('Nice.')
  await page.getByRole('button', { name: 'Send review' }).click()
  await page
    .getByRole('button', { name: 'Edit review' })
    .or(page.getByRole('link', { name: 'Edit review' }))
    .click()
  await page.getByLabel('Your review', { exact: true }).fill('Nice, and it has held up.')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('Your changes are saved.')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Nice, and it has held up.')).toBeVisible()
})

test('unknown, malformed and foreign codes show one and the same 404 page with a way on', async ({ page, demo }) => {
  const texts = new Set<string>()
  for (const code of ['A'.repeat(64), 'fb28fe2f', `${demo.reviewUrls[0]?.split('/').at(-1)?.slice(0, 63)}_`]) {
    const response = await page.goto(`/write/detail/${code}`)
    expect(response?.status()).toBe(404)
    texts.add(await page.getByRole('main').innerText())
  }
  expect(texts.size).toBe(1)
  expect([...texts][0]).toContain('This link doesn’t work')
  expect([...texts][0]).toContain('Email me a new link')
})

test('a customer without a link asks for one and gets it by mail; an unknown address gets the same answer', async ({
  page,
  demo,
  placeOrder,
  mailbox,
}) => {
  const order = await placeOrder()
  const login = `/write/login/${demo.shop.accessCode}?phone=None`
  const ask = async (email: string): Promise<string> => {
    await page.goto(login)
    await page.getByLabel('Email address').fill(email)
    await page.getByRole('button', { name: 'Send me a link' }).click()
    await expect(page.getByText('Check your email')).toBeVisible()
    return await page.getByRole('main').innerText()
  }
  const [known, unknown] = [await ask(order.email), await ask('nobody.here@example.com')]
  expect(unknown).toBe(known)
  const mail = await mailbox.waitFor(order.email, 2)
  expect(mail.html).toContain('/write/detail/')
  expect(await mailbox.list('nobody.here@example.com')).toEqual([])
})

test('a mail can be unsubscribed from by POST only, and undone', async ({ page, placeOrder, mailbox, demo }) => {
  const order = await placeOrder()
  const mail = await mailbox.waitFor(order.email)
  const source = await mailbox.source(mail)
  const header = /^List-Unsubscribe: <([^>]+)>/im.exec(source)?.[1] ?? ''
  expect(source).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/im)
  expect(header.startsWith(`${demo.publicUrl}/write/unsubscribe/`)).toBe(true)
  await page.goto(header)
  await expect(page.getByRole('button', { name: 'Unsubscribe' })).toBeVisible()
  await page.reload()
  await page.getByLabel('Email address').fill('somebody.else@example.com')
  await page.getByRole('button', { name: 'Unsubscribe' }).click()
  await expect(page.getByText('This email was sent to a different address')).toBeVisible()
  await page.getByLabel('Email address').fill(order.email.toUpperCase())
  await page.getByRole('button', { name: 'Unsubscribe' }).click()
  await expect(page.getByText('You’re unsubscribed')).toBeVisible()
  await page.getByLabel('Email address').fill(order.email)
  await page.getByRole('button', { name: 'Subscribe again' }).click()
  await expect(page.getByRole('button', { name: 'Unsubscribe' })).toBeVisible()
  const oneClick = await fetch(header, {
    method: 'POST',
    body: 'List-Unsubscribe=One-Click',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect(oneClick.status).toBe(200)
  await page.reload()
  await expect(page.getByText('You’re unsubscribed')).toBeVisible()
})

test('the review page and everything it loads travel compressed', async ({ page, demo }) => {
  const plain: string[] = []
  page.on('response', (response) => {
    const { 'content-encoding': encoding, 'content-type': type = '', 'content-length': length } = response.headers()
    const isText = /html|javascript|css/.test(type)
    // What fits into one packet anyway gains nothing.
    const isSmall = length !== undefined && Number(length) < 1_024
    if (isText && !isSmall && response.status() === 200 && encoding === undefined) plain.push(response.url())
  })
  await page.goto(`${demo.reviewUrls[0]}?rating=5`, { waitUntil: 'networkidle' })
  expect(plain).toEqual([])
})

test('what else is in the order stands under its heading, and where nothing else is there is no heading', async ({
  page,
  placeOrder,
}) => {
  const others = page.getByRole('heading', { name: 'From the same order' })
  const send = async (): Promise<void> => {
    await page.getByLabel('Your review', { exact: true }).fill('As it was described.')
    await page.getByRole('button', { name: 'Send review' }).click()
    await expect(page.getByText('Sent. Thank you')).toBeVisible()
  }
  await page.goto((await placeOrder(2)).starLinks[3] ?? '')
  await expect(others).toBeVisible()
  await send()
  // The other item is offered in a card of its own.
  await expect(page.getByRole('heading', { name: 'Next from your order' })).toBeVisible()
  await expect(others).toHaveCount(0)

  await page.goto((await placeOrder(1)).starLinks[3] ?? '')
  await expect(page.getByRole('button', { name: 'Send review' })).toBeVisible()
  await expect(others).toHaveCount(0)
})
