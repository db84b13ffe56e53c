import { expect, type Page } from '@playwright/test'
import { runAfterword } from '../fixtures/afterword.ts'
import type { Demo } from '../fixtures/demo.ts'
import { test } from '../fixtures/test.ts'

const signInAsOperator = async (page: Page, demo: Demo, next: string): Promise<void> => {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`)
  await page.getByLabel('Email address').fill(demo.operator.email)
  await page.getByLabel('Password').fill(demo.operator.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(`**${next}`)
}

// The demo moves the old log's days to the latest ones.
const lost =
  /4 calls to review\.submit failed in the browser for Hearth & Wool, order #1057 \(3 of 3 line items\), on \d+ \w{3} \d{4} between 08:02 and 08:04 UTC; the server finished all 4 within 32 ms while browsers waited up to 3\.4 s; responses were lost; 3 items recovered\./

test('the days of the old log are explained: what, whom, where, with links, without asking the database', async ({
  page,
  demo,
  expectAccessible,
}) => {
  await signInAsOperator(page, demo, '/operator/incidents')
  const row = page.getByRole('row').filter({ hasText: lost })
  await expect(row).toContainText('Response lost')
  await row.getByRole('link').click()

  await expect(page.getByRole('heading', { name: 'Responses to review.submit were lost' })).toBeVisible()
  await expect(page.getByText('3 of 3 in this order')).toBeVisible()
  await expect(page.getByText('daily review requests')).toBeVisible()
  await expect(page.getByRole('img').getByText('2026.11.20')).toBeVisible()
  const hits = page.getByRole('region', { name: 'Affected customers' }).getByRole('row')
  await expect(hits).toHaveCount(4)
  await expect(hits.nth(1)).toContainText('918245017736400101')
  await expect(hits.nth(3)).toContainText('Recovered')
  await expectAccessible(page)

  await hits.nth(1).getByRole('link', { name: '#1057' }).click()
  await expect(page.getByRole('heading', { name: 'Failed attempts' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Order #1057: remove this filter' })).toBeVisible()
  const attempts = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: '#1057' })
    .filter({ hasText: 'Evidence and ids' })
  await expect(attempts).toHaveCount(4)
  await expectAccessible(page)
})

test('an attempt is found by an id from a log or a trace, with the keyboard alone', async ({ page, demo }) => {
  await signInAsOperator(page, demo, '/operator/attempts')
  await page.getByText('Evidence and ids').first().click()
  const id = await page
    .getByText('Attempt id', { exact: true })
    .first()
    .locator('xpath=following-sibling::dd')
    .innerText()
  await page.getByRole('searchbox').focus()
  await page.keyboard.type(id)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Evidence and ids')).toHaveCount(1)
  await page.reload()
  await expect(page.getByRole('searchbox')).toHaveValue(id)
  await expect(page.getByText('Evidence and ids')).toHaveCount(1)
  await page.getByRole('searchbox').fill('no such thing')
  await page.keyboard.press('Enter')
  await expect(page.getByText('No failed attempt')).toBeVisible()
})

test('an incident is resolved, taken back and muted, and the list knows', async ({ page, demo }) => {
  await signInAsOperator(page, demo, '/operator/incidents')
  const open = async (): Promise<void> =>
    await page.getByRole('link', { name: 'Calls to review.submit never arrived' }).last().click()
  await open()
  await page.getByRole('button', { name: 'Resolve' }).click()
  await expect(page.getByRole('button', { name: 'Resolve' })).toHaveCount(0)
  await page.getByRole('link', { name: 'All incidents' }).click()
  await page.getByRole('link', { name: 'Resolved' }).click()
  await open()
  await page.getByRole('button', { name: 'Reopen' }).click()
  await page.getByRole('button', { name: 'Mute' }).click()
  await expect(page.getByRole('button', { name: 'Mute' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Reopen' }).click()
  await expect(page.getByRole('button', { name: 'Mute' })).toBeVisible()
})

test('days of an old log are loaded and explained at the console, and what is known of them is not told again', async () => {
  const told = await runAfterword('incidents', 'replay', 'docs/samples/old-log.jsonl')
  expect(told).toContain('41 lines of 2026-11-20 to 2026-11-22')
  expect(told).toContain(
    '2 visits of mail scanners to /write/detail/[code] on 22 Nov 2026 at 09:14 UTC; no person was there.',
  )
  expect(told).not.toContain('review.submit')
})
