import { expect, type Page } from '@playwright/test'
import { linkIn } from '../fixtures/mailbox.ts'
import { test } from '../fixtures/test.ts'

const askForLink = async (page: Page, email: string, path: string): Promise<void> => {
  await page.goto(path)
  await page.getByLabel('Email address').fill(email)
  await page.getByRole('button', { name: 'Email me a sign-in link' }).click()
  await expect(page.getByRole('heading', { name: 'Check your email' })).toBeFocused()
}

test('a mailed link signs in by a click in the browser that asked, once, and leads on', async ({
  page,
  people,
  mailbox,
  expectAccessible,
}) => {
  const person = await people.add()
  await askForLink(page, person.email, '/admin/requests?state=sent')
  await expectAccessible(page)
  const link = await linkIn(mailbox, person.email, '/sign-in/link/')

  // Opened by a program on the way: nothing happens, and nothing may be kept or passed on.
  const opened = await fetch(link)
  expect(opened.status).toBe(200)
  expect(opened.headers.get('referrer-policy')).toBe('no-referrer')
  expect(opened.headers.get('cache-control')).toContain('no-store')
  expect(opened.headers.get('x-robots-tag')).toContain('noindex')
  expect(opened.headers.getSetCookie()).toEqual([])
  expect(await people.sessionsOf(person)).toEqual([])

  await page.goto(link)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/admin/requests?state=sent')

  await page.goto(link)
  await expect(page.getByText('This link has already been used or has expired')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Request a new link' })).toBeVisible()
  await expectAccessible(page)
})

test('opened in another browser the link shows a code, which signs in where it was asked for', async ({
  page,
  browser,
  people,
  mailbox,
  expectAccessible,
}) => {
  const person = await people.add()
  await askForLink(page, person.email, '/sign-in')
  const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
  await phone.goto(await linkIn(mailbox, person.email, '/sign-in/link/'))
  await expect(phone.getByRole('heading', { name: 'Your code' })).toBeVisible()
  await expectAccessible(phone)
  const code = await phone.getByText(/^\d{4} \d{4}$/).innerText()
  expect((await phone.context().cookies()).filter(({ name }) => name === 'at')).toEqual([])

  await page.getByLabel('Code from the email').fill('0000 0000')
  await page.getByRole('button', { name: 'Sign in with code' }).click()
  await expect(page.getByLabel('Code from the email')).toHaveAccessibleDescription(/This code is incorrect/)
  await expect(page.getByLabel('Code from the email')).toBeFocused()
  await page.getByLabel('Code from the email').fill(code)
  await page.getByRole('button', { name: 'Sign in with code' }).click()
  await page.waitForURL('**/admin/reviews')
  await phone.context().close()
})

test('asking for a link says the same for an address without an account', async ({ page }) => {
  await askForLink(page, `nobody.${Date.now()}@example.com`, '/sign-in')
  await page.getByRole('button', { name: 'Back to password' }).click()
  await expect(page.getByLabel('Email address')).toHaveValue(/^nobody\./)
})

test('a forgotten password is set anew by mail, which ends every session', async ({
  page,
  browser,
  people,
  mailbox,
  signIn,
  expectAccessible,
}) => {
  const person = await people.add()
  const elsewhere = await (await browser.newContext()).newPage()
  await signIn(elsewhere, person)
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Forgot password?' }).click()
  await expect(page.getByRole('heading', { name: 'Choose a new password' })).toBeVisible()
  await page.getByLabel('Email address').fill(person.email)
  await page.getByRole('button', { name: 'Send link' }).click()
  await expect(page.getByText('If this address has an account, we’ve sent it a link.')).toBeVisible()
  await expectAccessible(page)

  const link = await linkIn(mailbox, person.email, '/reset-password/')
  const response = await page.goto(link)
  expect(response?.headers()['referrer-policy']).toBe('no-referrer')
  expect(response?.headers()['cache-control']).toContain('no-store')
  await expectAccessible(page)
  await page.getByLabel('New password').fill('short')
  await page.getByRole('button', { name: 'Save new password' }).click()
  expect(await page.getByLabel('New password').evaluate((field: HTMLInputElement) => field.validity.tooShort)).toBe(
    true,
  )
  const password = 'four words in a row'
  await page.getByLabel('New password').fill(password)
  await page.getByRole('button', { name: 'Save new password' }).click()
  await expect(page.getByText('Your new password is saved')).toBeVisible()

  await elsewhere.goto('/admin/widget')
  await elsewhere.getByRole('button', { name: 'Save' }).click()
  await elsewhere.waitForURL(/\/sign-in\?next=%2Fadmin%2Fwidget$/)
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.getByLabel('Email address').fill(person.email)
  await page.getByLabel('Password').fill(person.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('The email address or password is incorrect.')).toBeVisible()
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/admin/reviews')

  await page.goto(link)
  await expect(page.getByText('This link has already been used or has expired')).toBeVisible()
  await elsewhere.context().close()
})

for (const [address, way] of [
  ['/reset-password/xx', 'Request a new link'],
  ['/invite/xx', 'Sign in'],
  ['/sign-in/link/xx', 'Request a new link'],
] as const) {
  test(`${address}, which opens nothing, is a 404 with words, a title and a way on`, async ({ page }) => {
    const answer = await page.goto(address)
    expect(answer?.status()).toBe(404)
    await expect(page).toHaveTitle('This link is no longer valid · Afterword')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('is no longer valid')
    await expect(page.getByRole('main').getByRole('link', { name: way })).toBeVisible()
    await expect(page.getByRole('textbox')).toHaveCount(0)
  })
}
