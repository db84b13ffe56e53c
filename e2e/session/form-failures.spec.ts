import type { Locator } from '@playwright/test'
import { expect, test } from '../fixtures/test.ts'

const expectRefused = async (field: Locator, words: RegExp): Promise<void> => {
  await expect(field).toHaveAccessibleDescription(words)
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(field).toBeFocused()
}

test('what is wrong with a field is told at the field, which has the focus', async ({
  page,
  demo,
  expectAccessible,
}) => {
  await page.goto('/sign-in')
  const [address, password] = [page.getByLabel('Email address'), page.getByLabel('Password')]
  await address.fill(demo.admin.email)
  await password.fill('not the password')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expectRefused(password, /The email address or password is incorrect\./)
  await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveCount(0)
  await expectAccessible(page)
  await address.fill('nobody@localhost')
  await page.getByRole('button', { name: 'Email me a sign-in link' }).click()
  await expectRefused(address, /Please enter a valid email address\./)
  await page.goto('/forgot-password')
  await page.getByLabel('Email address').fill('nobody@localhost')
  await page.getByRole('button', { name: 'Send link' }).click()
  await expectRefused(page.getByLabel('Email address'), /Please enter a valid email address\./)
  await expectAccessible(page)
})

test('what belongs to no field stands above them', async ({ page }) => {
  await page.route('**/api/session/password-reset', (route) => route.abort())
  await page.goto('/forgot-password')
  await page.getByLabel('Email address').fill('nobody@example.com')
  await page.getByRole('button', { name: 'Send link' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Couldn’t reach the server.' })).toBeVisible()
  await expect(page.getByLabel('Email address')).toHaveAttribute('aria-invalid', 'false')
})

test('the page on which a password is asked for is called as its heading says', async ({ page }) => {
  for (const [address, title] of [
    ['/forgot-password', 'Choose a new password'],
    ['/forgot-password?first=1', 'Choose your password'],
  ] as const) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    expect(await page.title()).toContain(title)
  }
})
