import type { BrowserContext } from '@playwright/test'
import { endElsewhere } from '../fixtures/session-cookies.ts'
import { expect, test } from '../fixtures/test.ts'
import { publicUrl } from '../place.ts'

const deepLink = '/admin/reviews?status=rejected&rating=2'

/** A browser that was closed over night and came back with the longer of its two cookies. */
const loseAccess = async (context: BrowserContext): Promise<void> => await context.clearCookies({ name: 'at' })

for (const javaScriptEnabled of [true, false]) {
  test(`a browser that kept the refresh cookie alone renews and comes to the page asked for, query and all, scripts ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    browser,
    page,
    context,
    signIn,
    people,
  }) => {
    const person = await people.add()
    await signIn(page, person)
    await loseAccess(context)
    const again = await browser.newContext({
      baseURL: publicUrl,
      javaScriptEnabled,
      storageState: await context.storageState(),
    })
    const restored = await again.newPage()
    await restored.goto(deepLink)
    await expect(restored).toHaveURL(`${publicUrl}${deepLink}`)
    await expect(restored.getByRole('heading', { name: 'Reviews', exact: true })).toBeVisible()
    expect(await people.sessionsOf(person)).toEqual([{ gen: 1, isRevoked: false }])
    await again.close()
  })
}

test('a refresh cookie that opens nothing leads to sign-in once, and back to the page asked for', async ({
  page,
  context,
  signIn,
}) => {
  await signIn(page)
  await page.goto('about:blank')
  await endElsewhere(context)
  await loseAccess(context)
  const steps: string[] = []
  page.on('request', (request) => {
    if (request.isNavigationRequest()) steps.push(new URL(request.url()).pathname)
  })
  await page.goto(deepLink)
  await expect(page).toHaveURL(`${publicUrl}/sign-in?next=${encodeURIComponent(deepLink)}`)
  expect(steps).toEqual(['/admin/reviews', '/api/session/refresh', '/sign-in'])
  expect((await context.cookies(publicUrl)).map(({ name }) => name)).not.toContain('rt')
})

test('a refresh cookie that is no token of ours leads to sign-in once', async ({ page, context }) => {
  await context.addCookies([{ name: 'rt', value: 'junk', url: publicUrl }])
  await page.goto(deepLink)
  await expect(page).toHaveURL(`${publicUrl}/sign-in?next=${encodeURIComponent(deepLink)}`)
})

test('cookies of our names that were left at longer paths lock nobody out, and go when they are met', async ({
  page,
  context,
  signIn,
  people,
}) => {
  const person = await people.add()
  const strays = ['/admin', '/admin/reviews', '/api', '/api/session', '/api/auth', '/operator'].flatMap((path) =>
    ['at', 'rt', 'ml', 'known'].map((name) => ({ name, value: 'stale', domain: 'localhost', path, httpOnly: true })),
  )
  await context.addCookies(strays)
  await signIn(page, person)
  await expect(page.getByRole('heading', { name: 'Reviews', exact: true })).toBeVisible()
  await page.goto('/admin/account')
  await expect(page.getByRole('heading', { name: 'Account' })).toBeVisible()
  await page.goto('/admin/reviews')
  await loseAccess(context)
  await context.addCookies(strays.filter(({ name }) => name === 'rt'))
  await page.goto(deepLink)
  await expect(page).toHaveURL(`${publicUrl}${deepLink}`)
  await page.getByText(person.name).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(/sign-in/)
  const left = (await context.cookies([`${publicUrl}/admin/reviews`, `${publicUrl}/api/session/refresh`])).filter(
    ({ name, path }) => ['at', 'rt'].includes(name) && path !== '/operator',
  )
  expect(left).toEqual([])
})
