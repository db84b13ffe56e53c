import { expect } from '@playwright/test'
import { test } from '../fixtures/test.ts'

test('a wrong password is told, the e-mail address stays', async ({ page, demo }) => {
  await page.goto('/sign-in')
  await page.getByLabel('Email address').fill(demo.admin.email)
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('The email address or password is incorrect.')).toBeVisible()
  await expect(page.getByLabel('Email address')).toHaveValue(demo.admin.email)
  await expect(page.getByLabel('Password')).toBeFocused()
})

for (const next of [
  '//evil.example',
  '/..//evil.example/x',
  '/\\evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  '/sign-in',
]) {
  test(`sign-in never leads away: next=${next}`, async ({ page, demo }) => {
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`)
    await page.getByLabel('Email address').fill(demo.admin.email)
    await page.getByLabel('Password').fill(demo.admin.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(`${demo.publicUrl}/admin/reviews`)
  })
}

test('a page that needs a session leads to sign-in and back', async ({ page, demo }) => {
  await page.goto('/admin/requests?state=sent')
  await expect(page).toHaveURL(`${demo.publicUrl}/sign-in?next=%2Fadmin%2Frequests%3Fstate%3Dsent`)
  await page.getByLabel('Email address').fill(demo.admin.email)
  await page.getByLabel('Password').fill(demo.admin.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(`${demo.publicUrl}/admin/requests?state=sent`)
  await expect(page.getByRole('heading', { name: 'Review requests' })).toBeVisible()
})

test('a stranger’s wrong passwords close an account to unknown browsers, not to one that signed in and out again', async ({
  page,
  browser,
  demo,
  people,
  signIn,
}) => {
  const person = await people.add()
  await signIn(page, person)
  await page.getByText(person.name).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('**/sign-in')
  const left = (await page.context().cookies()).filter(({ name }) => ['at', 'rt', 'known'].includes(name))
  expect(left.map(({ name, httpOnly }) => [name, httpOnly])).toEqual([['known', true]])

  for (let turn = 0; turn < 10; turn += 1) {
    const answer = await fetch(`${demo.publicUrl}/api/session`, {
      method: 'POST',
      headers: { 'x-app': '1', 'content-type': 'application/json', origin: demo.publicUrl },
      body: JSON.stringify({ email: person.email, password: 'a guess' }),
    })
    expect(answer.status).toBe(401)
  }
  const unknown = await browser.newPage()
  await unknown.goto('/sign-in')
  await unknown.getByLabel('Email address').fill(person.email)
  await unknown.getByLabel('Password').fill(person.password)
  await unknown.getByRole('button', { name: 'Sign in' }).click()
  await expect(unknown.getByText('Too many attempts. Try again in')).toBeVisible()
  await signIn(page, person)
})

test('signing out ends the session, also for a copy of its cookies', async ({ page, context, signIn }) => {
  await signIn(page)
  const cookies = await context.cookies()
  await page.getByText('Ada Holm').click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('**/sign-in')
  await page.goto('/admin/reviews')
  await expect(page).toHaveURL(/\/sign-in/)
  await context.addCookies(cookies.map((cookie) => (cookie.name === 'at' ? { ...cookie, value: 'junk' } : cookie)))
  await page.goto('/admin/reviews')
  await expect(page).toHaveURL(/\/sign-in/)
})

test('an access token that opens nothing is renewed once on the way to the page', async ({
  page,
  context,
  demo,
  signIn,
}) => {
  await signIn(page)
  // The page before would renew as well, for a call of its own, until the next one is there.
  await page.goto('about:blank')
  const renewals: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/api/session/refresh')) renewals.push(request.method())
  })
  await context.addCookies([{ name: 'at', value: 'junk', url: demo.publicUrl }])
  await page.goto('/admin/reviews?status=published')
  await expect(page).toHaveURL(`${demo.publicUrl}/admin/reviews?status=published`)
  await expect(page.getByRole('heading', { name: 'Reviews', exact: true })).toBeVisible()
  expect(renewals).toEqual(['GET'])
})

test('an act that meets an expired access token renews it once and is done', async ({ page, signIn, writeReviews }) => {
  const word = `expired${Date.now()}`
  await writeReviews([word])
  await signIn(page)
  await page.goto(`/admin/reviews?search=${word}`)
  let refused = 0
  await page.route('**/api/trpc/admin.review.publish', async (route) => {
    if (refused > 0) return await route.continue()
    refused += 1
    const data = { code: 'access_token.expired', httpStatus: 401, requestId: 'r', path: null, fields: null }
    await route.fulfill({ status: 401, json: { error: { message: 'expired', code: -32_001, data } } })
  })
  const renewal = page.waitForResponse('**/api/session/refresh')
  await page
    .getByRole('region', { name: 'Review', exact: true })
    .getByRole('button', { name: /Publish/ })
    .click()
  expect((await renewal).status()).toBe(200)
  await expect(page.getByRole('button', { name: /Undo/ })).toBeVisible()
})

test('too many tries, and cookies that are not kept, are told as what they are', async ({ page, demo }) => {
  const ceremony = '**/api/auth/callback/credentials'
  const tryIt = async (): Promise<void> => {
    await page.getByLabel('Password').fill(demo.admin.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
  }
  await page.goto('/sign-in')
  await page.getByLabel('Email address').fill(demo.admin.email)
  await page.route(ceremony, (route) =>
    route.fulfill({ status: 429, headers: { 'retry-after': '240' }, json: { code: 'rate.limited' } }),
  )
  await tryIt()
  await expect(
    page
      .getByRole('alert')
      .getByText('Too many attempts. Try again in 4 minutes. Or email yourself a sign-in link below.'),
  ).toBeVisible()
  await page.unroute(ceremony)
  // The token arrives, its cookie does not.
  await page.context().clearCookies()
  await page.route('**/api/auth/csrf', (route) => route.fulfill({ json: { csrfToken: 'a'.repeat(64) } }))
  await tryIt()
  await expect(page.getByRole('alert').getByText('Your browser is blocking cookies for this site.')).toBeVisible()
  await expect(page).toHaveURL(`${demo.publicUrl}/sign-in`)
})
