import { expect, type Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { test } from '../fixtures/test.ts'

const opened = (page: Page) => page.getByRole('region', { name: 'Review', exact: true })
const replyField = (page: Page) => page.getByLabel('Public reply')

/** Signs in with reviews of this test's own in the queue, newest first. */
const openQueue = async (
  page: Page,
  {
    signIn,
    writeReviews,
  }: { signIn: (page: Page) => Promise<void>; writeReviews: (bodies: string[]) => Promise<void> },
): Promise<{ readonly newer: string; readonly older: string }> => {
  const word = `word${randomUUID().slice(0, 8)}`
  const [newer, older] = [`Newer ${word}`, `Older ${word}`]
  await writeReviews([older, newer])
  await signIn(page)
  await page.goto(`/admin/reviews?search=${word}`)
  await expect(opened(page).getByText(newer)).toBeVisible()
  return { newer, older }
}

test('Escape closes a reply and keeps what was typed; only Discard drops it', async ({
  page,
  signIn,
  writeReviews,
}) => {
  const { newer, older } = await openQueue(page, { signIn, writeReviews })
  await page.keyboard.press('e')
  await replyField(page).fill('Half a thought')
  await page.keyboard.press('Escape')
  await expect(replyField(page)).toHaveCount(0)
  await page.keyboard.press('j')
  await expect(opened(page).getByText(older)).toBeVisible()
  await expect(opened(page).getByRole('button', { name: /^Reply/ })).toBeVisible()
  await page.keyboard.press('k')
  await expect(opened(page).getByText(newer)).toBeVisible()
  await opened(page).getByRole('button', { name: 'Continue unsent reply' }).click()
  await expect(replyField(page)).toHaveValue('Half a thought')
  await page.getByRole('button', { name: 'Discard' }).click()
  await opened(page)
    .getByRole('button', { name: /^Reply/ })
    .click()
  await expect(replyField(page)).toHaveValue('')
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible()
})

test('a reply that is taken back can be written on', async ({ page, signIn, writeReviews }) => {
  await openQueue(page, { signIn, writeReviews })
  await page.keyboard.press('e')
  await replyField(page).fill('Sent too early')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: /Undo/ }).click()
  await opened(page).getByRole('button', { name: 'Continue unsent reply' }).click()
  await expect(replyField(page)).toHaveValue('Sent too early')
})

test('keys of an input method neither close nor send a reply, close a dialog, nor act on a review', async ({
  page,
  signIn,
  writeReviews,
}) => {
  const { newer } = await openQueue(page, { signIn, writeReviews })
  /** Keys as they come while characters are being composed, with both of their signs. */
  const compose = async (keys: readonly string[]): Promise<void> =>
    await page.evaluate((pressed) => {
      const signs: KeyboardEventInit[] = [{ isComposing: true }, { keyCode: 229 }]
      for (const key of pressed)
        for (const sign of signs) {
          const init = {
            key,
            code: `Key${key.toUpperCase()}`,
            bubbles: true,
            cancelable: true,
            ctrlKey: key === 'Enter',
          }
          ;(document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { ...init, ...sign }))
        }
    }, keys)
  await compose(['p', 'r', 'e', 'j', 'ㅔ'])
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('e')
  await replyField(page).fill('고맙습니다')
  await compose(['Escape', 'Enter'])
  await expect(replyField(page)).toHaveValue('고맙습니다')
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await compose(['Escape'])
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(opened(page).getByText(newer)).toBeVisible()
  await expect(opened(page).getByText('Pending', { exact: true })).toBeVisible()
})

test('the desk’s letters work on a Hangul layout', async ({ page, signIn, writeReviews }) => {
  const { newer, older } = await openQueue(page, { signIn, writeReviews })
  const press = async (key: string, code: string): Promise<void> =>
    await page.evaluate(
      (init) => void document.body.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true })),
      { key, code },
    )
  await press('ㅓ', 'KeyJ')
  await expect(opened(page).getByText(older)).toBeVisible()
  await press('ㅏ', 'KeyK')
  await expect(opened(page).getByText(newer)).toBeVisible()
  await press('ㅔ', 'KeyP')
  await expect(page.getByRole('button', { name: /Undo/ })).toBeVisible()
})
