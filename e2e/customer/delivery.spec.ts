import { expect, type Page, type Route } from '@playwright/test'
import { codeOf, type Customer } from '../fixtures/customer.ts'
import { test } from '../fixtures/test.ts'

const submit = '**/api/trpc/customer.review.submit'

const write = async (page: Page, link: string, body: string): Promise<void> => {
  await page.goto(link)
  await page.getByLabel('Your review', { exact: true }).fill(body)
}
const send = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Send review' }).click()
}
const expectSent = async (page: Page, body: string): Promise<void> => {
  await expect(page.getByText('Sent. Thank you')).toBeVisible({ timeout: 15_000 })
  await expect(page.getByText(body)).toBeVisible()
}
/** What the server holds: the test's own review, once. */
const expectStored = async (customer: Customer, link: string, body: string): Promise<void> => {
  const { items } = await customer.readPage(codeOf(link))
  expect(items.map((item) => item.review?.body)).toEqual([body])
}
const submissionIdIn = (postData: string | null): unknown =>
  (JSON.parse(postData ?? '{}') as { submissionId?: unknown }).submissionId

test('what was typed is there again after a reload, and is sent as one review', async ({
  page,
  customer,
  placeOrder,
}) => {
  const link = (await placeOrder()).starLinks[3] ?? ''
  await write(page, link, 'Typed before the reload')
  await page.getByRole('radio', { name: /^2/ }).check({ force: true })
  await expect(page.getByText('Saved on this computer')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Your review', { exact: true })).toHaveValue('Typed before the reload')
  await expect(page.getByRole('radio', { name: /^2/ })).toBeChecked()
  await send(page)
  await expectSent(page, 'Typed before the reload')
  await expectStored(customer, link, 'Typed before the reload')
})

/** The page looks a second time at what failed (docs/decisions/037-a-second-look.md). */
const isLook = (route: Route): boolean => route.request().method() === 'HEAD'

test('an answer that is lost after the review was stored is found again: one review', async ({
  page,
  customer,
  placeOrder,
}) => {
  const link = (await placeOrder()).starLinks[4] ?? ''
  await write(page, link, 'Stored, but the answer was lost')
  let tries = 0
  await page.route(submit, async (route) => {
    if (isLook(route)) return await route.continue()
    tries += 1
    await route.fetch()
    await route.abort('connectionreset')
  })
  await send(page)
  await expectSent(page, 'Stored, but the answer was lost')
  expect(tries).toBe(1)
  await expectStored(customer, link, 'Stored, but the answer was lost')
})

test('a request that never arrived is sent again under the same id', async ({ page, customer, placeOrder }) => {
  const link = (await placeOrder()).starLinks[4] ?? ''
  await write(page, link, 'Lost on the way there')
  const ids: unknown[] = []
  await page.route(submit, async (route) => {
    if (isLook(route)) return await route.continue()
    ids.push(submissionIdIn(route.request().postData()))
    await (ids.length === 1 ? route.abort('connectionrefused') : route.continue())
  })
  await send(page)
  await expectSent(page, 'Lost on the way there')
  expect(ids).toHaveLength(2)
  expect(ids[0]).toBe(ids[1])
  await expectStored(customer, link, 'Lost on the way there')
})

test('without a connection it waits in words and goes on when the connection is back', async ({
  page,
  context,
  customer,
  placeOrder,
}) => {
  const link = (await placeOrder()).starLinks[4] ?? ''
  await write(page, link, 'Written in a tunnel')
  await context.setOffline(true)
  await send(page)
  await expect(page.getByText('Nothing is lost')).toBeVisible()
  await context.setOffline(false)
  await expectSent(page, 'Written in a tunnel')
  await expectStored(customer, link, 'Written in a tunnel')
})

test('a reload in the middle of sending asks first and goes on', async ({ page, customer, placeOrder }) => {
  const link = (await placeOrder()).starLinks[4] ?? ''
  await write(page, link, 'Reloaded while it was on its way')
  await page.route(submit, async (route) => {
    await route.fetch()
    await route.abort('connectionreset')
  })
  await page.route('**/api/trpc/customer.review.status**', async (route) => await route.abort('failed'))
  await send(page)
  await expect(page.getByText('Nothing is lost')).toBeVisible()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await page.goto(link)
  await expect(page.getByText('Reloaded while it was on its way')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Send review' })).toHaveCount(0)
  await expectStored(customer, link, 'Reloaded while it was on its way')
})

test('a server that fails loses nothing: the words stay and the next try stores them', async ({
  page,
  customer,
  placeOrder,
}) => {
  const link = (await placeOrder()).starLinks[4] ?? ''
  await write(page, link, 'Through a broken server')
  let tries = 0
  await page.route(submit, async (route) => {
    if (isLook(route)) return await route.continue()
    tries += 1
    if (tries > 1) return await route.continue()
    await route.fulfill({ status: 500, contentType: 'text/html', body: '<h1>Bad gateway</h1>' })
  })
  await send(page)
  await expect(page.getByText('Nothing is lost')).toBeVisible()
  await expect(page.getByLabel('Your review', { exact: true })).toHaveValue('Through a broken server')
  await expectSent(page, 'Through a broken server')
  expect(tries).toBe(2)
  await expectStored(customer, link, 'Through a broken server')
})

test('pressing the button twice sends one request', async ({ page, customer, placeOrder }) => {
  const link = (await placeOrder()).starLinks[4] ?? ''
  await write(page, link, 'Pressed twice')
  let tries = 0
  page.on('request', (request) => {
    if (request.url().includes('customer.review.submit')) tries += 1
  })
  await page.getByRole('button', { name: 'Send review' }).dblclick()
  await expectSent(page, 'Pressed twice')
  expect(tries).toBe(1)
  await expectStored(customer, link, 'Pressed twice')
})
