import { openDatabase } from '@afterword/db/connection/client'
import { createShop } from '@afterword/db/testing/factories'
import { expect, type Page } from '@playwright/test'
import type { Demo } from '../fixtures/demo.ts'
import { test } from '../fixtures/test.ts'

const addShops = async (demo: Demo, count: number): Promise<void> => {
  const { db, close } = openDatabase({ url: demo.databaseUrl, maxConnections: 1 })
  try {
    await Promise.all(Array.from({ length: count }, async () => await createShop(db)))
  } finally {
    await close()
  }
}
const openLoad = async (page: Page, demo: Demo): Promise<void> => {
  await page.goto('/sign-in?next=/operator/load')
  await page.getByLabel('Email address').fill(demo.operator.email)
  await page.getByLabel('Password').fill(demo.operator.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/operator/load')
}
/** Goes on with Tab until a field has the focus: a time of day takes several. */
const tabTo = async (page: Page, label: string): Promise<void> => {
  const field = page.getByLabel(label)
  for (let presses = 0; presses < 8; presses += 1) {
    await page.keyboard.press('Tab')
    if (await field.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`Tab does not lead to ${label}`)
}

test('an operator changes the window by keyboard, sees what it does, saves it and finds it again', async ({
  page,
  demo,
  expectAccessible,
}) => {
  await addShops(demo, 12)
  await openLoad(page, demo)
  const sentence = page.getByRole('status').filter({ hasText: 'in one minute' })
  await expect(sentence).toContainText(/^\d+ shops: at most \d+ starts? in one minute; all at 01:00 would be \d+\.$/)
  await expectAccessible(page)

  await page.getByLabel('Start', { exact: true }).focus()
  await page.keyboard.type('0700AM')
  await expect(sentence).toContainText('all at 07:00')
  await tabTo(page, 'Length in minutes')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('9')
  const lengthError = page.getByText('Enter a length of 30 to 1,440 minutes.')
  await expect(page.getByText('This still shows the saved window.')).toBeVisible()
  await expect(lengthError).toHaveCount(0)
  await page.keyboard.press('Tab')
  await expect(lengthError).toBeVisible()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('End')
  await page.keyboard.type('0')
  await expect(page.getByText('1 hour 30 minutes')).toBeVisible()
  await tabTo(page, 'Time zone')
  await page.keyboard.type('Asia/Seoul')
  const planned = page.getByRole('region', { name: /^When will shops start/ })
  await expect(planned.getByText('Time of day, Asia/Seoul')).toBeVisible()

  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').getByText(/^Saved\. The new window starts on \d+ \w+ \d{4}\./)).toBeVisible()
  await page.reload()
  await expect(page.getByText(/From \d+ \w+ \d{4}: 07:00 to 08:30, Asia\/Seoul\./)).toBeVisible()
  await expect(page.getByLabel('Start', { exact: true })).toHaveValue('07:00')
  await expect(page.getByLabel('Length in minutes')).toHaveValue('90')

  await planned.getByRole('button', { name: 'Show table' }).click()
  const rows = planned.getByRole('region', { name: /^Figures/ }).getByRole('row')
  await expect(rows.filter({ hasText: /^0[78]:\d0/ }).first()).toBeVisible()
  await expectAccessible(page)
})

test('a page that could not be loaded says so and comes with another try', async ({ page, demo }) => {
  await page.route('**/api/trpc/operator.schedule.get**', async (route) => await route.abort())
  await openLoad(page, demo)
  await expect(page.getByText('Couldn’t reach the server.')).toBeVisible({ timeout: 30_000 })
  await page.unroute('**/api/trpc/operator.schedule.get**')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'Daily work' })).toBeVisible()
  await expect(page.getByRole('heading', { name: /^When was the server busy/ })).toBeVisible()
})
