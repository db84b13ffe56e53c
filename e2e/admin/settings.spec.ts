import { expect, type Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import type { Demo } from '../fixtures/demo.ts'
import { createMailbox } from '../fixtures/mailbox.ts'
import { createPeople, switchShop } from '../fixtures/people.ts'
import { test } from '../fixtures/test.ts'

/** Opens the settings of a shop of the test's own. @returns its page for customers without a link */
const openSettings = async (page: Page, demo: Demo, signIn: (page: Page) => Promise<void>): Promise<string> => {
  const people = createPeople(demo, createMailbox(demo.mailboxUrl))
  const shopId = await people.addShop(`Moor & Heather ${randomUUID().slice(0, 4)}`)
  await signIn(page)
  await switchShop(page, shopId)
  await page.goto('/admin/shop')
  const address = await page.getByText(/\/write\/login\//).innerText()
  await page.goto('/admin/settings')
  return address
}

test('an owner changes the shop’s name, look and mails; what was refused is told at its field and nothing typed is lost', async ({
  page,
  demo,
  signIn,
  expectAccessible,
}) => {
  const customersPage = await openSettings(page, demo, signIn)
  await expectAccessible(page)
  await page.getByLabel('Name', { exact: true }).fill('Maru Ceramics')
  await page.getByLabel('Accent colour', { exact: true }).fill('green')
  await page.getByLabel('Days from shipping to the request').fill('3')
  await page.getByLabel('Postal address').fill('1 Main Street\nSeoul')
  await page.getByLabel('Language').selectOption('한국어')
  await page.getByLabel('Name', { exact: true }).press('Enter')
  await expect(page.getByText('Enter a colour such as #17594a.')).toBeVisible()
  await expect(page.getByLabel('Accent colour', { exact: true })).toBeFocused()
  await expectAccessible(page)

  await page.reload()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Maru Ceramics')
  await expect(page.getByText('5 unsaved changes')).toBeVisible()
  await page.getByLabel('Accent colour', { exact: true }).fill('#7a1f5c')
  await page.getByRole('button', { name: 'Save settings' }).click()
  await expect(page.getByText('Settings saved.')).toBeVisible()
  await expect(page.getByText(/unsaved change/)).toBeHidden()

  await page.reload()
  await expect(page.getByLabel('Postal address')).toHaveValue('1 Main Street\nSeoul')
  await page.goto(customersPage)
  await expect(page.getByText('Maru Ceramics').first()).toBeVisible()
  const accent = await page
    .locator('.shop-theme')
    .first()
    .evaluate((element) => getComputedStyle(element).getPropertyValue('--shop-accent'))
  expect(accent).toBe('#7a1f5c')
})

test('name, language and look are read from the shop’s website, looked at, and saved only then', async ({
  page,
  demo,
  signIn,
}) => {
  await openSettings(page, demo, signIn)
  const name = page.getByLabel('Name', { exact: true })
  const before = await name.inputValue()
  const website = page.getByLabel('Website')
  await website.fill(`${demo.publicUrl}/demo/${demo.shop.accessCode}`)
  await page.getByRole('button', { name: 'Read from website' }).click()
  await expect(page.getByText(/^Read from localhost/)).toBeVisible()
  await expect(name).toHaveValue('Hearth & Wool, a demo shop')
  await expect(page.getByLabel('Logo address')).toHaveValue(/icon/)
  await page.getByRole('button', { name: 'Discard changes' }).click()
  await expect(name).toHaveValue(before)
})

test('a website inside a private network, or none at all, is refused at its field', async ({ page, demo, signIn }) => {
  await openSettings(page, demo, signIn)
  const website = page.getByLabel('Website')
  for (const [address, words] of [
    ['http://169.254.169.254/latest/meta-data', 'This address can’t be reached from the internet.'],
    ['http://10.0.0.1:8080/', 'This address can’t be reached from the internet.'],
    ['javascript:alert(1)', 'Enter an address such as https://shop.example.'],
  ] as const) {
    await website.fill(address)
    await page.getByRole('button', { name: 'Read from website' }).click()
    await expect(page.getByText(words)).toBeVisible()
    await expect(website).toHaveValue(address)
  }
})

test('an owner reads what was done in the shop and by whom, by kind, without what was typed', async ({
  page,
  demo,
  signIn,
  expectAccessible,
}) => {
  await openSettings(page, demo, signIn)
  await page.getByLabel('Postal address').fill('7 Hidden Lane')
  await page.getByRole('button', { name: 'Save settings' }).click()
  await expect(page.getByText('Settings saved.')).toBeVisible()
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Activity log' }).click()
  const row = page.getByRole('row', { name: /Changed the settings/ })
  await expect(row).toContainText('Ada Holm')
  await expect(row).toContainText('Changed: Postal address')
  await expect(page.getByText('7 Hidden Lane')).toHaveCount(0)
  await expectAccessible(page)
  await page.getByRole('navigation', { name: 'Who' }).getByRole('link', { name: 'Customers' }).click()
  await expect(page.getByText('Nothing by them')).toBeVisible()
})
