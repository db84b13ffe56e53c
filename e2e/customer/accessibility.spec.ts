import { expect, test } from '../fixtures/test.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of [
    { width: 390, height: 844 },
    { width: 1280, height: 800 },
  ]) {
    test.describe(`${colorScheme}, ${viewport.width} px`, () => {
      test.use({ colorScheme, viewport })

      test('review page, lost link, fresh link and sign-in have no serious accessibility violation', async ({
        page,
        demo,
        expectAccessible,
      }) => {
        for (const address of [
          `${demo.reviewUrls[0]}?rating=4`,
          '/write/detail/unknown',
          `/write/login/${demo.shop.accessCode}`,
          '/sign-in',
        ]) {
          await page.goto(address)
          await expectAccessible(page)
        }
      })

      test('the demo page with its embed has no serious accessibility violation', async ({
        page,
        demo,
        expectAccessible,
      }) => {
        await page.goto(demo.storefrontUrl)
        await page.locator('afterword-reviews').getByRole('listitem').first().waitFor()
        await expectAccessible(page)
      })

      test('moderation, request log and widget settings have no serious accessibility violation', async ({
        page,
        signIn,
        expectAccessible,
      }) => {
        await signIn(page)
        for (const address of ['/admin/reviews', '/admin/requests', '/admin/widget']) {
          await page.goto(address)
          await page.getByRole('heading', { level: 1 }).waitFor()
          await expectAccessible(page)
        }
      })
    })
  }
}

test('stars are required, and said to be wrong only after a review was sent without', async ({ page, demo }) => {
  await page.goto(demo.reviewUrls[0] ?? '')
  await page.locator('form[novalidate]').waitFor()
  const chromium = await page.context().newCDPSession(page)
  /** What Chromium tells a screen reader of each element with this role. */
  const told = async (role: string, property: string): Promise<unknown[]> => {
    const { nodes } = await chromium.send('Accessibility.getFullAXTree')
    return nodes
      .filter((node) => node.role?.value === role)
      .map(({ properties = [] }) => properties.find(({ name }) => name === property)?.value.value)
  }
  const all = (value: unknown): unknown[] => Array.from({ length: 5 }, () => value)
  expect(await told('radiogroup', 'required')).toEqual([true])
  expect(await told('radio', 'invalid')).toEqual(all('false'))
  await page.getByRole('button', { name: 'Send review' }).click()
  await expect(page.getByRole('radio').first()).toBeFocused()
  expect(await told('radio', 'invalid')).toEqual(all('true'))
  await page.getByRole('radio').nth(3).check()
  await expect(page.getByRole('radio').first()).toHaveAttribute('aria-invalid', 'false')
  expect(await told('radio', 'invalid')).toEqual(all('false'))
})
