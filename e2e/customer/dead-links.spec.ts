import { expect } from '@playwright/test'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runAfterword } from '../fixtures/afterword.ts'
import { codeOf } from '../fixtures/customer.ts'
import { reviewLinksIn } from '../fixtures/mailbox.ts'
import { test } from '../fixtures/test.ts'

const press = 'Email me a new link'

/** Loads codes of an older system, as the operator does. */
const importOldCodes = async (lines: readonly string[]): Promise<string> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'afterword-'))
  const file = path.join(folder, 'codes.csv')
  await writeFile(file, `\uFEFFCode;Shop;Email\r\n${lines.join('\r\n')}\r\n`)
  const stdout = await runAfterword('links', 'import', file, '--until', '2099-12-31')
  await rm(folder, { recursive: true })
  return stdout
}

test('a link of an older system shows nothing and leads to a fresh one by mail, with one press', async ({
  page,
  demo,
  placeOrder,
  mailbox,
  expectAccessible,
}) => {
  const { email, starLinks } = await placeOrder()
  const code = email.slice(5, 13)
  const told = await importOldCodes([
    `${code};${demo.shop.accessCode};${email}`,
    `1234567;${demo.shop.accessCode};${email}`,
  ])
  expect(told).toContain('1 codes imported, 1 lines skipped.')
  expect(told).toContain('line 3: The code is not eight hexadecimal digits.')

  const answer = await page.goto(`/write/detail/${code}?rating=5`)
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('main')).not.toContainText(demo.shop.domain)
  await expectAccessible(page)
  await page.getByRole('button', { name: press }).click()
  await expect(page.getByRole('heading', { name: 'Check your email' })).toBeVisible()
  await expectAccessible(page)
  const mail = await mailbox.waitFor(email, 2)
  const [fresh = ''] = reviewLinksIn(mail.html ?? '')
  expect(codeOf(fresh)).not.toBe(codeOf(starLinks[0] ?? ''))
  expect((await page.goto(fresh))?.status()).toBe(200)
})

test('a code nobody was given is answered with the same words, without scripts too', async ({ browser, demo }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${demo.publicUrl}/write/detail/${'A'.repeat(64)}`)
  await page.getByRole('button', { name: press }).click()
  await expect(page.getByRole('heading', { name: 'Check your email' })).toBeVisible()
  expect(new URL(page.url()).pathname).toBe('/write/link-again')
  await context.close()
})

test('the page that says a mail is on its way says so only to who asked for it', async ({ page, expectAccessible }) => {
  for (const query of ['', '?error=rate.limited&retry=1800', '?error=rate.limited&sent=1']) {
    await page.goto(`/write/link-again${query}`)
    await expect(page.getByRole('heading', { name: 'Get a new review link' })).toBeVisible()
    await expect(page).toHaveTitle('Get a new review link')
    await expect(page.getByRole('main')).not.toContainText('on its way')
    await expectAccessible(page)
  }
  await page.goto('/write/link-again?error=rate.limited&retry=1800')
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Please try again in 30 minutes.')
})

test('a link that is made up is told nothing that is not true of it', async ({ page }) => {
  await page.goto(`/write/detail/${'A'.repeat(64)}`)
  await expect(page.getByRole('heading', { name: 'This link doesn’t work' })).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText('Nothing you wrote')
  await expect(page.getByRole('main')).not.toContainText('no longer')
})
