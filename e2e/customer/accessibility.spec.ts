import { test } from '../fixtures/test.ts'

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
