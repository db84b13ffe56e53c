import { embedOf, expect, holdCalls, scriptOf, test } from '../fixtures/embed.ts'

for (const width of [1280, 390]) {
  test(`a product that is not known yet has no reviews yet, in the place that was kept for it, at ${width} px`, async ({
    page,
    site,
    demo,
  }) => {
    await page.setViewportSize({ width, height: 800 })
    const address = site.show(
      `<html lang="en"><body>${scriptOf(demo)}<afterword-stars shop="${demo.shop.accessCode}" product-id="404"></afterword-stars>
      <afterword-reviews shop="${demo.shop.accessCode}" product-id="gid://shopify/Product/404"></afterword-reviews><p id="below">Below</p>`,
    )
    const held = await holdCalls(page, '/storefront/v1/')
    const opening = page.goto(address, { waitUntil: 'commit' })
    await held.release()
    await opening
    await page.locator('afterword-reviews').getByRole('status').waitFor()
    const before = await page.locator('#below').boundingBox()
    await held.end()
    const embed = page.locator('afterword-reviews')
    await expect(embed.getByText('No reviews yet.')).toBeVisible()
    await expect(embed.getByText('could not be loaded')).toHaveCount(0)
    expect(Math.abs(((await page.locator('#below').boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(2)
    await expect(page.locator('afterword-stars').getByRole('img')).toHaveCount(0)
  })
}

test('a product’s id as Shopify’s GraphQL writes it finds its reviews', async ({ page, site, demo }) => {
  const attributes = embedOf(demo).replace('product-id="', 'product-id=" gid://shopify/Product/')
  await page.goto(
    site.show(
      `<html lang="en"><body>${scriptOf(demo)}<afterword-stars ${attributes}></afterword-stars><afterword-reviews ${attributes}></afterword-reviews>`,
    ),
  )
  await expect(page.locator('afterword-reviews').getByRole('listitem').first()).toBeVisible()
  await expect(page.locator('afterword-stars').getByRole('img')).toBeVisible()
})

test('an unknown shop, and a server that fails, are failures and are said', async ({ page, site, demo }) => {
  await page.goto(
    site.show(
      `<html lang="en"><body>${scriptOf(demo)}<afterword-reviews shop="nobody" product-id="1"></afterword-reviews>`,
    ),
  )
  const embed = page.locator('afterword-reviews')
  await expect(embed.getByRole('alert')).toContainText('The reviews could not be loaded.')
  const held = await holdCalls(page, '/storefront/v1/')
  await embed.evaluate((element, shop) => element.setAttribute('shop', shop), demo.shop.accessCode)
  await held.cut()
  await expect(embed.getByRole('alert')).toBeVisible()
  await held.end()
  await embed.getByRole('button', { name: 'Try again' }).click()
  await expect(embed.getByText('No reviews yet.')).toBeVisible()
})
