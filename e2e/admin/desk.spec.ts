import { expect, type Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { test } from '../fixtures/test.ts'

const opened = (page: Page) => page.getByRole('region', { name: 'Review', exact: true })
const queue = (page: Page) => page.getByRole('region', { name: 'Queue' })

/** Signs in with three reviews of this test's own in the queue. */
const openQueue = async (
  page: Page,
  {
    signIn,
    writeReviews,
  }: { signIn: (page: Page) => Promise<void>; writeReviews: (bodies: string[]) => Promise<void> },
): Promise<void> => {
  const word = `word${randomUUID().slice(0, 8)}`
  await writeReviews([`Third ${word}`, `Second ${word}`, `First ${word}`])
  await signIn(page)
  await page.goto(`/admin/reviews?search=${word}`)
  await expect(opened(page).getByText(`First ${word}`)).toBeVisible()
}

test('the list of reviews is one tab stop; arrows, Home and End move inside it', async ({
  page,
  signIn,
  writeReviews,
}) => {
  await openQueue(page, { signIn, writeReviews })
  const rows = queue(page).getByRole('link')
  await expect(rows).toHaveCount(3)
  await rows.first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(rows.nth(1)).toBeFocused()
  await page.keyboard.press('End')
  await expect(rows.nth(2)).toBeFocused()
  await page.keyboard.press('Home')
  await expect(rows.first()).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(opened(page).getByRole('button', { name: /Publish/ })).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(rows.first()).toBeFocused()
})

for (const width of [390, 1280]) {
  test(`an act's undo bar moves nothing at ${width} px`, async ({ page, signIn, writeReviews }) => {
    await page.setViewportSize({ width, height: 844 })
    const word = `word${randomUUID().slice(0, 8)}`
    await writeReviews([`Second ${word}`, `First ${word}`])
    await signIn(page)
    await page.goto(`/admin/reviews?search=${word}`)
    const first = queue(page).getByRole('listitem').first()
    const top = async (): Promise<number | undefined> => (await first.boundingBox())?.y
    await expect(first).toBeVisible()
    const before = await top()
    if (width === 390) await first.click()
    await opened(page)
      .getByRole('button', { name: /Publish/ })
      .click()
    await expect(page.getByRole('button', { name: /Undo/ })).toBeVisible()
    if (width === 390) await page.getByRole('button', { name: 'All reviews' }).click()
    await expect(queue(page).getByRole('listitem')).toHaveCount(1)
    expect(await top()).toBe(before)
  })
}

test('a dialog begins with what it asks, and closes with its last button', async ({ page, signIn, writeReviews }) => {
  await openQueue(page, { signIn, writeReviews })
  await page.keyboard.press('r')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('radio').first()).toBeFocused()
  await expect(dialog.getByRole('radio', { checked: true })).toHaveCount(0)
  await expect(dialog.getByRole('button').last()).toHaveAccessibleName('Close')
})

test('the widget form finds no fault before something was typed, and the preview says what it does not show', async ({
  page,
  signIn,
}) => {
  await signIn(page)
  await page.goto('/admin/widget')
  await page.getByLabel('From the product').check()
  await page.getByLabel('Fixed compare-at amount').check()
  const amount = page.getByLabel(/^Compare-at amount in/)
  await expect(amount).toHaveAttribute('aria-invalid', 'false')
  await expect(page.getByText('Enter an amount, or choose Off.')).toHaveCount(0)
  await expect(page.getByText('The preview still shows the saved price line.')).toBeVisible()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Enter an amount, or choose Off.')).toBeVisible()
  await expect(amount).toBeFocused()
  await amount.fill('12')
  await expect(page.getByText('The preview still shows')).toHaveCount(0)
})

for (const width of [360, 1280]) {
  test(`an error that comes when a field is left moves nothing, and the click that left it counts, at ${width} px`, async ({
    page,
    signIn,
  }) => {
    await page.setViewportSize({ width, height: 1000 })
    await signIn(page)
    await page.goto('/admin/widget')
    await page.getByLabel('Fixed compare-at amount').check()
    const places = async (): Promise<number[]> =>
      await page
        .locator('main form :is(input, button, label, legend)')
        .evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().top + scrollY))
    const before = await places()
    const amount = 'Compare-at amount in'
    const wrong = { 'Accent colour': 'blue', 'Reviews per page': 'abc', [amount]: 'much' }
    for (const [label, value] of Object.entries(wrong)) {
      const field = page.getByLabel(label, { exact: label !== amount })
      await field.fill(value)
      await field.blur()
      await expect(field).toHaveAttribute('aria-invalid', 'true')
    }
    expect(await places()).toEqual(before)
    await page.reload()
    await page.getByLabel('Reviews per page').fill('abc')
    await page.getByLabel('Off').click()
    await expect(page.getByText('Enter a number from 1 to 50.')).toBeVisible()
    await expect(page.getByLabel('Off')).toBeChecked()
  })
}

test('a closed dialog gives the focus back to where it was, or to the list', async ({ page, signIn, writeReviews }) => {
  await openQueue(page, { signIn, writeReviews })
  const dialog = page.getByRole('dialog')
  const current = queue(page).getByRole('link').first()
  await page.keyboard.press('r')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(current).toBeFocused()
  const reject = opened(page).getByRole('button', { name: /^Reject/ })
  for (const close of ['Cancel', 'Close']) {
    await reject.click()
    await dialog.getByRole('button', { name: close }).click()
    await expect(reject).toBeFocused()
  }
  const keys = page.getByRole('button', { name: /^Keys/ })
  await keys.click()
  await page.keyboard.press('Escape')
  await expect(keys).toBeFocused()
})

test('after an act took its button away, the focus is on the next review', async ({ page, signIn, writeReviews }) => {
  await openQueue(page, { signIn, writeReviews })
  const next = queue(page).locator('[aria-current]')
  await opened(page)
    .getByRole('button', { name: /^Reject/ })
    .click()
  await page.getByRole('radio').first().check()
  await page.getByRole('button', { name: 'Reject review' }).click()
  await expect(queue(page).getByRole('listitem')).toHaveCount(2)
  await expect(next).toBeFocused()
  await opened(page)
    .getByRole('button', { name: /^Publish/ })
    .click()
  await expect(queue(page).getByRole('listitem')).toHaveCount(1)
  await expect(next).toBeFocused()
})
