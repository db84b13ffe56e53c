import { expect, scriptOf, test } from '../fixtures/embed.ts'

const badges = (shop: string, ids: readonly string[]): string =>
  ids.map((id) => `<afterword-stars shop="${shop}" product-id="${id}"></afterword-stars>`).join('\n')

for (const [where, place] of [
  ['before its badges', (script: string, rest: string) => script.replace(' async', '') + rest],
  ['after its badges', (script: string, rest: string) => rest + script],
] as const) {
  test(`forty-eight badges of a page make one call, with the script ${where}`, async ({ page, site, demo }) => {
    const unknown = Array.from({ length: 48 - demo.productIds.length }, (_, index) => `404${index}`)
    const html = badges(demo.shop.accessCode, [...demo.productIds, ...unknown])
    const address = `${demo.publicUrl}/storefront/v1/${demo.shop.accessCode}/`
    const answer = await fetch(`${address}summaries?products=${demo.productIds.join(',')}`)
    const { items } = (await answer.json()) as { items: { rating: { count: number } }[] }
    const rated = items.filter(({ rating }) => rating.count > 0).length
    expect(items).toHaveLength(demo.productIds.length)
    const calls: string[] = []
    page.on('request', (request) => {
      const url = request.url()
      if (url.startsWith(address)) calls.push(url)
    })
    await page.goto(site.show(`<html lang="en"><body>${place(scriptOf(demo), html)}`))
    await expect(page.locator('afterword-stars').getByRole('img')).toHaveCount(rated)
    expect(calls).toHaveLength(1)
    expect(calls[0]).toContain('/summaries?products=')
    await page.evaluate((copies) => (document.body.innerHTML += copies), html)
    await expect(page.locator('afterword-stars').getByRole('img')).toHaveCount(2 * rated)
    expect(calls).toHaveLength(2)
    expect(calls[1]).toBe(calls[0])
  })
}
