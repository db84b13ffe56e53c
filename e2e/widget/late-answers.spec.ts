import type { Locator } from '@playwright/test'
import { embedOf, expect, holdCalls, scriptOf, test } from '../fixtures/embed.ts'

const more = (embed: Locator): Locator => embed.locator('button.more')
const bodies = async (embed: Locator): Promise<string[]> => await embed.locator('li .body').allTextContents()

test.beforeEach(async ({ page, site, demo }) => {
  await page.goto(
    site.show(
      `<html lang="en"><body>${scriptOf(demo)}<afterword-reviews ${embedOf(demo)}></afterword-reviews></body></html>`,
    ),
  )
  await page.locator('afterword-reviews').getByRole('listitem').first().waitFor()
})

test('a double click on "Show more reviews" asks once, shows each review once, and says that it waits', async ({
  page,
}) => {
  const embed = page.locator('afterword-reviews')
  const before = await embed.getByRole('listitem').count()
  const held = await holdCalls(page, '/reviews?')
  await more(embed).dblclick()
  await expect(more(embed)).toHaveAttribute('aria-disabled', 'true')
  await expect(more(embed)).toHaveText('Loading reviews')
  await more(embed).dispatchEvent('click')
  await held.end()
  await expect(embed.getByRole('listitem')).not.toHaveCount(before)
  expect(held.count()).toBe(1)
  const shown = await bodies(embed)
  expect(new Set(shown).size).toBe(shown.length)
})

test('more reviews that come after the order or the filter was changed are not shown', async ({ page }) => {
  const embed = page.locator('afterword-reviews')
  const alone = async (): Promise<string[]> => {
    await expect(embed.locator('.list')).toHaveAttribute('aria-busy', 'false')
    return await bodies(embed)
  }
  const filter = embed.getByRole('button', { name: /^5 stars/ })
  await embed.getByLabel('Sort by').selectOption('lowest')
  const lowest = await alone()
  await filter.click()
  const filtered = await alone()
  await filter.click()
  await embed.getByLabel('Sort by').selectOption('newest')
  await alone()
  for (const [change, expected] of [
    [async () => await embed.getByLabel('Sort by').selectOption('lowest'), lowest],
    [async () => await filter.click(), filtered],
  ] as const) {
    const held = await holdCalls(page, '/reviews?')
    await more(embed).click()
    await expect.poll(held.count).toBe(1)
    await change()
    await expect.poll(held.count).toBe(2)
    await expect(embed.locator('.list')).toHaveAttribute('aria-busy', 'true')
    await expect(more(embed)).toHaveAttribute('aria-disabled', 'true')
    await held.end()
    expect(await alone()).toEqual(expected)
    await page.unrouteAll({ behavior: 'wait' })
  }
  expect(await more(embed).count(), 'the list goes on').toBe(1)
})

test('of two filters chosen one after the other the last is shown, whichever answer comes first', async ({ page }) => {
  const embed = page.locator('afterword-reviews')
  const held = await holdCalls(page, '/reviews?')
  await embed.getByRole('button', { name: /^4 stars/ }).click()
  await embed.getByRole('button', { name: /^5 stars/ }).click()
  await expect.poll(held.count).toBe(2)
  await held.end()
  await expect(embed.locator('.list')).toHaveAttribute('aria-busy', 'false')
  await expect(embed.getByRole('button', { name: /^5 stars/ })).toHaveAttribute('aria-pressed', 'true')
  for (const stars of await embed.locator('li .stars').all()) await expect(stars).toHaveAccessibleName(/^5 out of 5/)
})

test('more reviews that could not be loaded are asked for again from where they were', async ({ page }) => {
  const embed = page.locator('afterword-reviews')
  const before = await bodies(embed)
  const held = await holdCalls(page, '/reviews?')
  await more(embed).click()
  await held.cut()
  await expect(more(embed)).toContainText('could not be loaded')
  expect(await bodies(embed)).toEqual(before)
  await held.end()
  await more(embed).click()
  await expect.poll(async () => (await bodies(embed)).length).toBeGreaterThan(before.length)
  expect((await bodies(embed)).slice(0, before.length)).toEqual(before)
})

test('a vote says that it waits, counts once, and stays said while the list goes on', async ({ page }) => {
  const embed = page.locator('afterword-reviews')
  const vote = embed.locator('.vote').first()
  const held = await holdCalls(page, '/helpful')
  await vote.dblclick()
  await expect(vote).toHaveAttribute('aria-busy', 'true')
  await more(embed).click()
  await expect(embed.getByRole('listitem').nth(5)).toBeFocused()
  await held.end()
  await expect(vote).toHaveText(/^Thank you \(\d+\)$/)
  await embed.getByRole('button', { name: /^5 stars/ }).click()
  await embed.getByRole('button', { name: 'Show all reviews' }).click()
  await expect(vote).toHaveText(/^Thank you/)
  expect(held.count()).toBe(1)
})
