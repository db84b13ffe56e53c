import { expect } from '@playwright/test'
import { test } from '../fixtures/test.ts'

test('the embed filters by stars, sorts, and loads more from where it was', async ({ page, demo }) => {
  await page.goto(demo.storefrontUrl)
  const embed = page.locator('afterword-reviews')
  const items = embed.getByRole('listitem')
  await items.first().waitFor()
  const before = await items.count()
  await embed.getByRole('button', { name: 'Show more reviews' }).click()
  await expect.poll(async () => await items.count()).toBeGreaterThan(before)
  await expect(items.nth(before)).toBeFocused()
  await embed.getByLabel('Sort by').selectOption('lowest')
  await expect(items.first().getByRole('img', { name: /^[12345] out of 5/ })).toBeVisible()
  await embed.getByRole('button', { name: /^5 stars/ }).click()
  await expect(embed.getByRole('button', { name: /^5 stars/ })).toHaveAttribute('aria-pressed', 'true')
  for (const stars of await items.getByRole('img').all()) await expect(stars).toHaveAccessibleName(/^5 out of 5/)
})

test('reviews are readable with scripts off', async ({ browser, demo }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(demo.storefrontUrl)
  await expect(page.getByRole('heading', { name: 'Customer reviews' })).toBeVisible()
  await expect(page.getByRole('article').first()).toBeVisible()
  await context.close()
})

test('an embed whose server is away says so, offers another try, and throws nothing into its page', async ({
  page,
  demo,
}) => {
  await page.route('**/summary', async (route) => await route.abort('connectionreset'))
  await page.goto(demo.storefrontUrl)
  const embed = page.locator('afterword-reviews')
  await expect(embed.getByText('The reviews could not be loaded.')).toBeVisible()
  await page.unroute('**/summary')
  await embed.getByRole('button', { name: 'Try again' }).click()
  await expect(embed.getByRole('listitem').first()).toBeVisible()
})

test('a compare-at price of 0, typed into the settings, is noted, saved, and breaks nothing', async ({
  page,
  demo,
  signIn,
}) => {
  const summaryUrl = `${demo.publicUrl}/storefront/v1/${demo.shop.accessCode}/products/${demo.productIds[0]}/summary`
  await signIn(page)
  await page.goto('/admin/widget')
  await page.getByRole('radio', { name: /fixed/i }).check()
  await page
    .getByLabel(/compare-at/i)
    .last()
    .fill('0')
  await expect(page.getByText(/With 0, no compare-at price is shown/i)).toBeVisible()
  await page.getByRole('button', { name: /Save/ }).click()
  await expect(page.getByText(/Saved/i).first()).toBeVisible()
  const summary = (await (await fetch(summaryUrl)).json()) as { product: { compareAt: unknown } }
  expect(summary.product.compareAt).toBeNull()
  await page.goto(demo.storefrontUrl)
  await expect(page.locator('afterword-reviews').getByRole('listitem').first()).toBeVisible()
  await expect(page.locator('afterword-reviews s')).toHaveCount(0)
  await page.goto('/admin/widget')
  await page
    .getByRole('radio', { name: /product/i })
    .first()
    .check()
  await page.getByRole('button', { name: /Save/ }).click()
  await expect(page.getByText(/Saved/i).first()).toBeVisible()
})
