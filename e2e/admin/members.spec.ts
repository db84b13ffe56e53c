import { expect, type Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createPeople, invite, joinAnew, switchShop } from '../fixtures/people.ts'
import { createPlatform, fulfilledOrder } from '../fixtures/platform.ts'
import { test } from '../fixtures/test.ts'

const unique = (): string => randomUUID().slice(0, 8)
const personRow = (page: Page, text: string) => page.getByRole('listitem').filter({ hasText: text })
const publishButton = (page: Page) =>
  page.getByRole('region', { name: 'Review', exact: true }).getByRole('button', { name: /Publish/ })

test('somebody invited joins in another browser; their role decides; removed, their next act leads to sign-in', async ({
  page,
  browser,
  demo,
  mailbox,
  signIn,
  writeReviews,
  expectAccessible,
}) => {
  const people = createPeople(demo, mailbox)
  const word = `word${unique()}`
  const email = `noa.${word}@example.com`
  await writeReviews([`A review. ${word}`])
  await signIn(page)
  await invite(page, email, 'Viewer')
  await expect(personRow(page, email).getByText('Invited')).toBeVisible()
  await expectAccessible(page)

  const context = await browser.newContext({ baseURL: demo.publicUrl })
  const guest = await context.newPage()
  const link = await people.invitationLink(email)
  await guest.goto(link)
  await expect(guest.getByRole('heading', { name: 'Join Hearth & Wool' })).toBeVisible()
  await expect(guest.getByText('Reads reviews and changes nothing.')).toBeVisible()
  await expectAccessible(guest)
  await joinAnew(guest, link, `Noa ${word}`)
  const queue = `/admin/reviews?status=pending&search=${word}`
  await guest.goto(queue)
  await expect(guest.getByText(`A review. ${word}`).first()).toBeVisible()
  await expect(publishButton(guest)).toHaveCount(0)
  await guest.goto('/admin/members')
  await expect(personRow(guest, email).getByText('Viewer')).toBeVisible()
  await expect(guest.getByRole('button', { name: 'Send invitation' })).toHaveCount(0)

  await page.reload()
  const row = personRow(page, email)
  await row.getByLabel(`Role of Noa ${word}`).selectOption('Moderator')
  await row.getByRole('button', { name: 'Save role' }).click()
  await expect(page.getByText(`Noa ${word} is now a moderator.`)).toBeVisible()
  // The access token still says viewer; the page shows what a renewed one says.
  await guest.evaluate(async () => {
    await fetch('/api/session/refresh', { method: 'POST', headers: { 'x-app': '1' } })
  })
  await guest.goto(queue)
  await expect(publishButton(guest)).toBeVisible()

  await row.getByRole('button', { name: `Remove Noa ${word}` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText(`Noa ${word} was removed and signed out of this shop.`)).toBeVisible()
  await expect(personRow(page, email)).toHaveCount(0)
  // The pressed button went with its row; the keyboard goes on from the words.
  await expect(page.locator(':focus')).toContainText('was removed')
  await publishButton(guest).click()
  await guest.waitForURL('**/sign-in?next=**')
  await context.close()
})

test('an invitation that was taken back opens nothing, and its address goes to no log, cache or index', async ({
  page,
  demo,
  mailbox,
  signIn,
}) => {
  const people = createPeople(demo, mailbox)
  const email = `gone.${unique()}@example.com`
  await signIn(page)
  await invite(page, email, 'Moderator')
  const link = await people.invitationLink(email)
  const opened = await page.request.get(link)
  expect(opened.headers()).toMatchObject({
    'cache-control': expect.stringContaining('no-store'),
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
  })
  await page.getByRole('button', { name: `Revoke invitation: ${email}` }).click()
  await expect(page.getByText(`The invitation for ${email} was revoked.`)).toBeVisible()
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'This invitation is no longer valid' })).toBeVisible()
})

test('one person in two shops joins with one click, and a page of the first shop changes nothing in the second', async ({
  page,
  browser,
  demo,
  mailbox,
  signIn,
  writeReviews,
}) => {
  const people = createPeople(demo, mailbox)
  const word = `word${unique()}`
  const email = `both.${word}@example.com`
  const second = `Second ${word}`
  const shopId = await people.addShop(second)
  await writeReviews([`A review. ${word}`])
  await signIn(page)
  await invite(page, email, 'Moderator')
  const context = await browser.newContext({ baseURL: demo.publicUrl })
  const first = await context.newPage()
  await joinAnew(first, await people.invitationLink(email), `Both ${word}`)
  await first.goto(`/admin/reviews?status=pending&search=${word}`)
  await expect(publishButton(first)).toBeVisible()

  await switchShop(page, shopId)
  await invite(page, email, 'Owner')
  const link = await people.invitationLink(email, 2)

  // In a browser that is not signed in the account's password is asked for.
  const elsewhere = await (await browser.newContext({ baseURL: demo.publicUrl })).newPage()
  await elsewhere.goto(link)
  await elsewhere.getByLabel('Password').fill('not the password')
  await elsewhere.getByRole('button', { name: `Join ${second}` }).click()
  await expect(elsewhere.getByLabel('Password')).toHaveAccessibleDescription(/The password is incorrect\./)
  await expect(elsewhere.getByLabel('Password')).toBeFocused()
  await elsewhere.context().close()

  const tab = await context.newPage()
  await tab.goto(link)
  await tab.getByRole('button', { name: `Join ${second}` }).click()
  await tab.waitForURL('**/admin/reviews**')
  await expect(tab.getByText(second).first()).toBeVisible()

  await publishButton(first).click()
  await expect(first.getByRole('button', { name: 'Reload' })).toBeVisible()
  await switchShop(tab, demo.shop.id)
  await tab.goto(`/admin/reviews?status=pending&search=${word}`)
  await expect(tab.getByText('Hearth & Wool').first()).toBeVisible()
  await expect(publishButton(tab)).toBeVisible()
  await context.close()
})

test('an act on people asks for the password when the sign-in is a while ago, and then goes on', async ({
  page,
  context,
  demo,
  mailbox,
  signIn,
}) => {
  const people = createPeople(demo, mailbox)
  const email = `later.${unique()}@example.com`
  await signIn(page)
  await people.backdateSignIn(context)
  await page.goto('/admin/members')
  await page.getByLabel('Email address').fill(email)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByLabel('Email address')).toHaveValue(email)
  await expect(page.getByLabel('Email address')).toBeFocused()
  expect(await mailbox.list(email)).toHaveLength(0)
  await page.getByRole('button', { name: 'Send invitation' }).click()
  await dialog.getByLabel('Password').fill(demo.admin.password)
  await page.keyboard.press('Enter')
  await expect(page.getByText(`An invitation is on its way to ${email}.`)).toBeVisible()
  await expect(page.getByLabel('Email address')).toHaveValue('')
  await people.invitationLink(email)
})

test('the export asks for the password when it is due and gives the file', async ({
  page,
  context,
  demo,
  mailbox,
  signIn,
  writeReviews,
}) => {
  const word = `word${unique()}`
  await writeReviews([`=1+1 "quoted" ${word}`])
  await signIn(page)
  await createPeople(demo, mailbox).backdateSignIn(context)
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('dialog').getByLabel('Password').fill(demo.admin.password)
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  expect(download.suggestedFilename()).toMatch(/^reviews-\d{4}-\d\d-\d\d\.csv$/)
  const text = await readFile(await download.path(), 'utf8')
  expect(text).toMatch(/^\uFEFF"product_handle"/)
  expect(text).toContain(`"'=1+1 ""quoted"" ${word}"`)
  expect(text.split('\r\n').length).toBeGreaterThan(300)
})

test('a new webhook secret, shown once, or the platform’s own, entered, alone opens the door', async ({
  page,
  demo,
  mailbox,
  signIn,
}) => {
  const people = createPeople(demo, mailbox)
  const name = `Secret ${unique()}`
  const shopId = await people.addShop(name)
  await signIn(page)
  await switchShop(page, shopId)
  await page.goto('/admin/shop')
  const domain = await page.getByText('.myshopify.com').textContent()
  await page.getByRole('button', { name: 'Create a new secret' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Replace' }).click()
  const shown = page.getByRole('status').locator('code')
  await expect(shown).toHaveText(/^[\da-f]{64}$/)
  const webhookSecret = (await shown.textContent()) ?? ''
  const send = async (secret: string): Promise<number> => {
    const shop = { ...demo.shop, domain: domain ?? '', webhookSecret: secret }
    const line = { productId: '9007199254740993001', title: 'Oak tray' }
    const order = fulfilledOrder({ email: 'mina@example.com', name: `#${unique()}`, lines: [line] })
    return (await createPlatform({ ...demo, shop }).send('orders/fulfilled', order)).status
  }
  expect(await send(webhookSecret)).toBe(200)
  expect(await send(demo.shop.webhookSecret)).toBe(401)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Create a new secret' })).toBeVisible()
  await expect(page.getByText(webhookSecret)).toHaveCount(0)

  // Shopify chooses its secret itself: it is entered.
  const field = page.getByLabel('The platform’s secret')
  await field.fill('too short')
  await page.getByRole('button', { name: 'Save secret' }).click()
  await expect(page.getByText('Enter a secret of 16 to 200 letters')).toBeVisible()
  await expect(field).toHaveValue('too short')
  await field.fill('shpss_0123456789abcdef')
  await page.getByRole('button', { name: 'Save secret' }).click()
  await expect(page.getByText('Secret saved. Webhooks signed with any other secret are now refused.')).toBeVisible()
  await expect(field).toHaveValue('')
  expect([await send('shpss_0123456789abcdef'), await send(webhookSecret)]).toEqual([200, 401])
})

test('the pages of people and shop fit a phone, with the way to where one is in view, in light and dark', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const path of ['/admin/members', '/admin/shop', '/admin/settings', '/admin/audit']) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow, path).toBeLessThanOrEqual(0)
      const here = page.getByRole('navigation', { name: 'Main' }).locator('[aria-current]')
      await expect(here).toBeInViewport({ ratio: 0.9 })
      await expectAccessible(page)
    }
  }
})
