import type { Locator } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { embedOf, expect, scriptOf, test } from '../fixtures/embed.ts'

/** Which way the line of an element runs that holds `text`: where its first letter stands. */
const runsFrom = async (within: Locator, text: string): Promise<'left' | 'right'> =>
  await within.evaluate((element, words) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(words) ?? -1
      if (at === -1) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + 1)
      const letter = range.getBoundingClientRect()
      const box = node.parentElement?.getBoundingClientRect()
      return letter.left - (box?.left ?? 0) > (box?.right ?? 0) - letter.right ? 'right' : 'left'
    }
    throw new Error(`${words} stands nowhere`)
  }, text)

for (const [language, opening] of [
  ['Hebrew', 'שמיכה חמה ורכה'],
  ['Arabic', 'بطانية دافئة'],
] as const) {
  test(`a review in ${language} runs from right to left where it is written, read, moderated and shown, a line in English the other way`, async ({
    page,
    site,
    demo,
    placeOrder,
    signIn,
  }) => {
    const id = randomUUID().slice(0, 6)
    const english = `Soft and warm ${id}`
    const { starLinks } = await placeOrder()
    await page.goto(starLinks[4] ?? '')
    const field = page.locator('textarea[name="body"]')
    await field.fill(`${opening}.\n${english}.`)
    expect(await field.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl')
    await page.getByRole('button', { name: /send/i }).click()
    const own = page.getByRole('region', { name: 'Your review' })
    await expect(own.getByText(english)).toBeVisible()
    expect([await runsFrom(own, opening), await runsFrom(own, english)]).toEqual(['right', 'left'])

    await signIn(page)
    const queue = page.getByRole('region', { name: 'Queue' })
    await queue.getByText(id).click()
    const review = page.getByRole('region', { name: 'Review' })
    await expect(review.getByText(english)).toBeVisible()
    expect([await runsFrom(review, opening), await runsFrom(review, english)]).toEqual(['right', 'left'])
    await review.getByRole('button', { name: /Publish/ }).click()
    await expect(queue.getByText(id)).toHaveCount(0)

    await page.goto(
      site.show(`<html lang="en"><body>${scriptOf(demo)}<afterword-reviews ${embedOf(demo)}></afterword-reviews>`),
    )
    const shown = page.locator('afterword-reviews').getByRole('listitem').filter({ hasText: id })
    await expect(shown).toBeVisible()
    expect([await runsFrom(shown, opening), await runsFrom(shown, english)]).toEqual(['right', 'left'])
  })
}

test('in a page that runs from right to left our words keep their order, and the price stands before what it was', async ({
  page,
  site,
  demo,
}) => {
  await page.goto(
    site.show(
      `<html lang="he" dir="rtl"><body>${scriptOf(demo)}<afterword-reviews ${embedOf(demo)}></afterword-reviews>`,
    ),
  )
  const price = page.locator('afterword-reviews .price')
  await expect(price).toBeVisible()
  const places = await price.evaluate((element) =>
    [...element.querySelectorAll('b, s, span:not(.hidden)')].map((part) => part.getBoundingClientRect().right),
  )
  expect(places).toHaveLength(3)
  expect(places).toEqual(places.toSorted((first, second) => second - first))
  const count = page
    .locator('afterword-reviews')
    .getByText(/^\d+ reviews$/)
    .first()
  expect(
    await count.evaluate((element) => {
      const text = element.firstChild
      if (!(text instanceof Text)) throw new Error('the count has no text')
      const lefts = [0, text.data.length - 1].map((at) => {
        const range = document.createRange()
        range.setStart(text, at)
        range.setEnd(text, at + 1)
        return range.getBoundingClientRect().left
      })
      return (lefts[0] ?? 0) < (lefts[1] ?? 0)
    }),
  ).toBe(true)
})
