import { expect, test } from '../fixtures/test.ts'

test.use({ viewport: { width: 1280, height: 800 } })

test('a card is as tall as its words', async ({ page, demo }) => {
  await page.goto(`/write/login/${demo.shop.accessCode}`)
  const card = await page.getByRole('main').boundingBox()
  const button = await page.getByRole('button').boundingBox()
  if (card === null || button === null) throw new Error('no card')
  const below = card.y + card.height - (button.y + button.height)
  expect(below).toBeGreaterThan(0)
  expect(below).toBeLessThan(card.y)
})
