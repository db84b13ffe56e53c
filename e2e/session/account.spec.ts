import { expect } from '@playwright/test'
import { expireAccess } from '../fixtures/session-cookies.ts'
import { test } from '../fixtures/test.ts'

test('the list of browsers names this one, ends another at once, and ends all others', async ({
  page,
  browser,
  people,
  signIn,
  expectAccessible,
}) => {
  const person = await people.add()
  await signIn(page, person)
  const [second, third] = [await browser.newPage(), await browser.newPage()]
  await signIn(second, person)
  await second.goto('/admin/widget')
  await expect(second.getByLabel('Reviews per page')).toBeVisible()

  await page.getByText(person.name).click()
  await page.getByRole('link', { name: 'Account' }).click()
  await page.getByRole('link', { name: 'Browsers' }).click()
  const rows = page.getByRole('region', { name: 'Where you are signed in' }).getByRole('listitem')
  await expect(rows).toHaveCount(2)
  await expect(rows.filter({ hasText: 'This browser' })).toHaveCount(1)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Sign out Chrome' }).click()
  await expect(page.getByText('One browser was signed out.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Where you are signed in' })).toBeFocused()
  await expect(rows).toHaveCount(1)

  await second.getByRole('button', { name: 'Save' }).click()
  await second.waitForURL(/\/sign-in\?next=%2Fadmin%2Fwidget$/)

  await signIn(second, person)
  await signIn(third, person)
  await page.reload()
  await expect(rows).toHaveCount(3)
  await page.getByRole('button', { name: 'Sign out all others' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out all others' }).click()
  await expect(page.getByText('2 browsers were signed out.')).toBeVisible()
  await expect(rows).toHaveCount(1)
  // Off the page, which goes to the sign-in by itself when a call of its finds no session.
  await second.goto('about:blank')
  await expireAccess(second.context())
  await second.goto('/admin/reviews')
  await expect(second).toHaveURL(/\/sign-in/)
  await second.context().close()
  await third.context().close()
})

test('a browser that stays signed in is marked so', async ({ page, people }) => {
  const person = await people.add()
  await page.goto('/sign-in?next=/admin/account/sessions')
  await page.getByLabel('Email address').fill(person.email)
  await page.getByLabel('Password').fill(person.password)
  await page.getByLabel('Keep me signed in').check()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/admin/account/sessions')
  await expect(page.getByRole('listitem').getByText('Stays signed in')).toBeVisible()
  const refresh = (await page.context().cookies()).find(({ name }) => name === 'rt')
  expect((refresh?.expires ?? 0) - Date.now() / 1000).toBeGreaterThan(80 * 24 * 3600)
})

test('a changed password keeps this browser and ends the others', async ({
  page,
  browser,
  people,
  signIn,
  expectAccessible,
}) => {
  const person = await people.add()
  const other = await browser.newPage()
  await signIn(other, person)
  await other.goto('/admin/widget')
  await signIn(page, person)
  await page.goto('/admin/account')
  await expectAccessible(page)
  await page.getByLabel('Current password').fill('not the password')
  await page.getByLabel('New password').fill('four words in a row')
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByText('The password is incorrect.')).toBeVisible()
  await page.getByLabel('Current password').fill(person.password)
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByText('Password changed.')).toBeVisible()

  await expireAccess(page.context())
  await page.goto('/admin/account/sessions')
  await expect(page.getByRole('listitem').getByText('This browser')).toHaveCount(1)
  await expect(page.getByRole('region').getByRole('listitem')).toHaveCount(1)
  await other.getByRole('button', { name: 'Save' }).click()
  await other.waitForURL(/\/sign-in\?next=/)
  await other.context().close()
})

test('a person of two shops goes from one to the other; a page of the first says so and changes nothing', async ({
  page,
  context,
  people,
  signIn,
  expectAccessible,
}) => {
  const person = await people.add({ hasOtherShop: true })
  const otherShop = person.otherShop
  await signIn(page, person)
  await page.goto('/admin/widget')
  await expect(page.getByLabel('Reviews per page')).toBeVisible()
  const second = await context.newPage()
  await second.goto('/admin/account')
  await expectAccessible(second)
  await second.getByText(person.name).first().click()
  await second.getByRole('group', { name: 'Other shops' }).getByRole('button', { name: otherShop }).click()
  await second.waitForURL('**/admin/reviews')
  await expect(second.getByRole('banner').getByText(otherShop)).toBeVisible()

  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('alert').getByText('You switched to a different shop in another tab')).toBeVisible()
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(page.getByRole('banner').getByText(otherShop)).toBeVisible()

  await page.goto('/admin/account')
  await page.getByRole('button', { name: 'Switch to Hearth & Wool' }).click()
  await expect(page.getByRole('banner').getByText('Hearth & Wool')).toBeVisible()
})

test('an operator has an account page too', async ({ page, demo, expectAccessible }) => {
  await page.goto('/sign-in?next=/admin/account')
  await page.getByLabel('Email address').fill(demo.operator.email)
  await page.getByLabel('Password').fill(demo.operator.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/admin/account')
  await expect(page.getByRole('main').getByText(demo.operator.email)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Browsers' }).click()
  await expect(page.getByRole('listitem').getByText('This browser')).toHaveCount(1)
  await page.getByRole('link', { name: 'Webhooks' }).click()
  await page.waitForURL('**/operator')
})
