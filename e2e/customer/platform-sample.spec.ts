import { expect } from '@playwright/test'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { reviewLinksIn } from '../fixtures/mailbox.ts'
import { test } from '../fixtures/test.ts'
import { root } from '../place.ts'

const sharedData = process.env['AFTERWORD_SHARED_DATA'] ?? path.join(root, '..', 'shared', 'data')
const sample = path.join(sharedData, 'shopify/topic-samples/2026-04/orders/fulfilled.json')

interface SampleOrder {
  line_items: { product_id: number | null }[]
}

test("the platform's own documented order goes all the way to the shop's page", async ({
  page,
  browser,
  demo,
  platform,
  mailbox,
  signIn,
}) => {
  test.skip(!existsSync(sample), 'there is no ../shared/data here')
  const { response: order } = JSON.parse(readFileSync(sample, 'utf8')) as { response: SampleOrder }
  const now = new Date().toISOString()
  const email = `jon.${Date.now()}@example.com`
  // As documented, but for whom it goes to, when, and that it was handed over instead of cancelled.
  const state = { cancelled_at: null, fulfillment_status: 'fulfilled' }
  const handedOver = { fulfillable_quantity: 0, fulfillment_status: 'fulfilled' }
  const lines = order.line_items.map((line) => ({ ...line, ...handedOver }))
  const body = JSON.stringify({ ...order, email, ...state, line_items: lines, created_at: now, updated_at: now })
  expect((await platform.send('orders/fulfilled', body)).status).toBe(200)

  const mail = await mailbox.waitFor(email)
  const links = reviewLinksIn(mail.html ?? '')
  const ofProducts = order.line_items.filter((line) => line.product_id !== null)
  expect(links.length).toBe(5 * ofProducts.length)
  const words = `As documented. ${Date.now()}`
  await page.goto(links[2] ?? '')
  await expect(page.getByRole('radio', { name: /^3/ })).toBeChecked()
  await page.getByLabel('Your review', { exact: true }).fill(words)
  await page.getByRole('button', { name: 'Send review' }).click()
  await expect(page.getByText('Sent. Thank you')).toBeVisible()

  const admin = await browser.newPage()
  await signIn(admin)
  await admin.getByRole('searchbox').fill(words)
  await admin.getByRole('region', { name: 'Queue' }).getByText(words).click()
  await admin
    .getByRole('region', { name: 'Review' })
    .getByRole('button', { name: /Publish/ })
    .click()
  await expect(admin.getByRole('button', { name: /Undo/ })).toBeVisible()
  await admin.goto(`${demo.storefrontUrl}?product=${ofProducts[0]?.product_id}`)
  await expect(admin.locator('afterword-reviews').getByRole('listitem').getByText(words)).toBeVisible()
  await admin.close()
})
