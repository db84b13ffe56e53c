import { expect, test } from '../fixtures/test.ts'

test('in forced colours a review page still shows which stars are chosen, and which were given', async ({
  page,
  placeOrder,
}) => {
  await page.emulateMedia({ forcedColors: 'active' })
  const { starLinks } = await placeOrder()
  await page.goto(starLinks[2] ?? '')
  const filled = async (): Promise<boolean[]> =>
    await page.locator('.star-shape').evaluateAll((stars) => {
      const colorOf = (element: Element) => getComputedStyle(element).color
      document.body.style.color = 'CanvasText'
      return stars.map((star) => colorOf(star) === colorOf(document.body))
    })
  expect((await filled()).slice(0, 5)).toEqual([true, true, true, false, false])
  await page.locator('textarea[name="body"]').fill('Soft and warm, in any colours.')
  await page.getByRole('button', { name: /send/i }).click()
  const own = page.getByRole('region', { name: 'Your review' })
  await expect(own.getByRole('img').first()).toBeVisible()
  // Each star twice: its empty shape, and over it what is filled of it.
  expect((await filled()).slice(0, 4)).toEqual([false, true, false, true])
})
