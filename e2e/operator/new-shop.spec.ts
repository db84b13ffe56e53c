import { expect } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { runAfterword } from '../fixtures/afterword.ts'
import { linkIn, reviewLinksIn } from '../fixtures/mailbox.ts'
import { createPlatform, fulfilledOrder } from '../fixtures/platform.ts'
import { test } from '../fixtures/test.ts'

test('a shop is added at the console, its owner chooses a password by mail and is signed in, and its first order becomes a review', async ({
  page,
  demo,
  mailbox,
  customer,
}) => {
  const id = randomUUID().slice(0, 8)
  const [domain, owner, buyer] = [`moor-${id}.myshopify.com`, `ada.${id}@example.com`, `first.${id}@example.com`]
  const add = ['shops', 'add', '--name', 'Moor & Heather', '--domain', domain, '--owner', owner, '--delay-days', '0']
  const told = await runAfterword(...add)
  const webhookSecret = /[\da-f]{64}/.exec(told)?.[0] ?? ''
  const accessCode = /access code is (\w+)\./.exec(told)?.[1] ?? ''
  expect(told).toContain(`${demo.publicUrl}/forgot-password?first=1`)
  await expect(runAfterword(...add)).rejects.toThrow('A shop with this domain already exists.')
  const second = [...add.slice(0, 5), `second-${domain}`, ...add.slice(6)]
  expect(await runAfterword(...second)).toContain(
    `${owner} already has an account and can open the shop at ${demo.publicUrl}/sign-in`,
  )
  expect(await runAfterword('shops', 'add', '--help')).toContain('pnpm afterword shops <action>')
  expect(await runAfterword('shops', 'list')).toContain(`${accessCode}  ${domain}  Moor & Heather`)

  await page.goto('/forgot-password?first=1')
  await expect(page.getByRole('heading', { name: 'Choose your password' })).toBeVisible()
  await page.getByLabel('Email address').fill(owner)
  await page.getByRole('button', { name: 'Send link' }).click()
  await page.goto(await linkIn(mailbox, owner, '/reset-password/'))
  await page.getByLabel('New password').fill('four words in a row')
  await page.getByRole('button', { name: 'Save new password' }).click()
  await page.waitForURL('**/admin/reviews**')
  await expect(page.getByText('No reviews yet')).toBeVisible()
  await page.getByRole('link', { name: 'Connect your shop' }).click()
  await expect(
    page.getByText(
      `<afterword-reviews shop="${accessCode}" product-id="{{ product.id }}" locale="{{ request.locale.iso_code }}">`,
    ),
  ).toBeVisible()

  const platform = createPlatform({ ...demo, shop: { ...demo.shop, domain, webhookSecret } })
  const lines = [{ productId: '918245017736499999', title: 'Heather Shawl' }]
  const order = fulfilledOrder({ email: buyer, name: '#1', lines })
  expect((await platform.send('orders/fulfilled', order)).status).toBe(200)
  const { html = '' } = await mailbox.waitFor(buyer)
  expect(html).toContain('Moor &amp; Heather')
  await customer.writeReview(reviewLinksIn(html)[4] ?? '', { rating: 5, body: `The first one, ${id}.` })
  await page.getByRole('link', { name: 'Reviews', exact: true }).click()
  await page.getByRole('region', { name: 'Queue' }).getByText(`The first one, ${id}.`).click()
  await expect(page.getByRole('region', { name: 'Review' }).getByText('Heather Shawl')).toBeVisible()
})

test('an operator is added at the console and mistakes are told in a sentence', async ({ people, demo }) => {
  const email = `olu.${randomUUID().slice(0, 8)}@example.com`
  expect(await runAfterword('operators', 'add', email)).toBe(
    `Operator added. ${email} can choose a password at ${demo.publicUrl}/forgot-password?first=1\n`,
  )
  const person = await people.add()
  expect(await runAfterword('operators', 'add', person.email)).toBe(
    `${person.email} already has an account and will be an operator after signing in again at ${demo.publicUrl}/sign-in\n`,
  )
  await expect(runAfterword('operators', 'add', 'nobody')).rejects.toThrow('Please enter a valid email address.')
  await expect(runAfterword('shops', 'add', '--name', 'x')).rejects.toThrow('Enter a domain')
})
