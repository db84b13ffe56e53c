import { expect } from '@playwright/test'
import { test } from '../fixtures/test.ts'

test('a script that found its way into a page does not run, and the page works', async ({ placeOrder, browser }) => {
  const { starLinks } = await placeOrder()
  const page = await browser.newPage()
  const refused: string[] = []
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text())
  })
  await page.route('**/write/detail/**', async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace('<body>', '<body><script>document.title = "taken over"</script>')
    await route.fulfill({ response, body })
  })
  await page.goto(starLinks[4] ?? '')
  await page.getByLabel('Your review', { exact: true }).fill('Ours run.')
  await expect(page.getByText('Open your link on any device to continue')).toBeVisible()
  expect(await page.title()).not.toBe('taken over')
  expect(refused).toHaveLength(1)
  await page.context().close()
})
