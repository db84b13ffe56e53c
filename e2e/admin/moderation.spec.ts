import { expect, type Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { test } from '../fixtures/test.ts'

/** Words that only this test's reviews hold. */
const unique = (): string => `word${randomUUID().slice(0, 8)}`

const queue = (page: Page) => page.getByRole('region', { name: 'Queue' })
const opened = (page: Page) => page.getByRole('region', { name: 'Review', exact: true })
const bodyOf = (word: string, name: string): string => `The ${name} one. ${word}`

/** Opens the queue with this test's own reviews in it, and nobody else's. */
const openQueue = async (page: Page, word: string, status = 'pending'): Promise<void> => {
  await page.goto(`/admin/reviews?status=${status}&search=${word}`)
}

test('publishing moves a review out of the queue, opens the next, and can be undone', async ({
  page,
  signIn,
  writeReviews,
}) => {
  const word = unique()
  await writeReviews([bodyOf(word, 'older'), bodyOf(word, 'newer')])
  await signIn(page)
  await openQueue(page, word)
  await expect(opened(page).getByText(bodyOf(word, 'newer'))).toBeVisible()
  await opened(page)
    .getByRole('button', { name: /Publish/ })
    .click()
  await expect(opened(page).getByText(bodyOf(word, 'older'))).toBeVisible()
  await expect(queue(page).getByText(bodyOf(word, 'newer'))).toHaveCount(0)
  await page.getByRole('button', { name: /Undo/ }).click()
  await expect(opened(page).getByText(bodyOf(word, 'newer'))).toBeVisible()
  await expect(opened(page).getByText('Pending', { exact: true })).toBeVisible()
  await expect(queue(page).getByText(bodyOf(word, 'newer'))).toBeVisible()
})

test('a rejected review keeps its reason, and a low rating is not among the reasons', async ({
  page,
  signIn,
  writeReviews,
}) => {
  const word = unique()
  await writeReviews([bodyOf(word, 'only')], 1)
  await signIn(page)
  await openQueue(page, word)
  await opened(page)
    .getByRole('button', { name: /Reject/ })
    .click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Reject review' })).toBeDisabled()
  await expect(dialog.getByRole('radio', { name: /rating|star/i })).toHaveCount(0)
  await dialog.getByRole('radio', { name: /Spam/i }).check()
  await dialog.getByRole('button', { name: 'Reject review' }).click()
  await expect(page.getByText(`Rejected: `)).toBeVisible()
  await openQueue(page, word, 'rejected')
  await expect(opened(page).getByText(/^Rejected: .*spam/i)).toBeVisible()
})

test('a reply to a review that waits is saved, and says that it is shown once that is published', async ({
  page,
  signIn,
  writeReviews,
}) => {
  const word = unique()
  await writeReviews([bodyOf(word, 'only')])
  await signIn(page)
  await openQueue(page, word)
  await opened(page)
    .getByRole('button', { name: /^Reply/ })
    .click()
  await expect(page.getByLabel('Public reply')).toHaveAccessibleDescription(
    /^Shown below the review once it is published\./,
  )
  await page.getByLabel('Public reply').fill('Thank you for telling us.')
  await page.getByRole('button', { name: 'Save reply' }).click()
  await expect(opened(page).getByText('Thank you for telling us.')).toBeVisible()
  await opened(page).getByRole('button', { name: 'Remove reply' }).click()
  await expect(opened(page).getByText('Thank you for telling us.')).toHaveCount(0)
})

test('a reply to a published review is public until it is removed', async ({ page, signIn, writeReviews }) => {
  const word = unique()
  await writeReviews([bodyOf(word, 'only')])
  await signIn(page)
  await openQueue(page, word)
  await opened(page)
    .getByRole('button', { name: /^Publish/ })
    .click()
  await expect(page.getByRole('button', { name: /Undo/ })).toBeVisible()
  await openQueue(page, word, 'published')
  await opened(page)
    .getByRole('button', { name: /^Reply/ })
    .click()
  await expect(page.getByLabel('Public reply')).toHaveAccessibleDescription(/^Everyone sees it below the review\./)
  await page.getByLabel('Public reply').fill('Thank you for telling us.')
  await page.getByRole('button', { name: 'Publish reply' }).click()
  await expect(opened(page).getByText('Thank you for telling us.')).toBeVisible()
  await opened(page).getByRole('button', { name: 'Remove reply' }).click()
  await expect(opened(page).getByText('Thank you for telling us.')).toHaveCount(0)
})

for (const width of [1280, 1440, 390])
  test(`at ${width} px nothing of the queue's bar moves when a filter is set`, async ({ page, signIn }) => {
    await page.setViewportSize({ width, height: 800 })
    await signIn(page)
    const bar = page.getByRole('search')
    const places = async () =>
      await Promise.all(
        [bar, bar.getByRole('searchbox'), bar.getByLabel('Rating'), bar.getByLabel('Product')].map(
          async (part) => await part.boundingBox(),
        ),
      )
    await expect(bar.getByLabel('Product').getByRole('option')).not.toHaveCount(1)
    await expect(page.getByRole('navigation', { name: 'Status' }).getByRole('link', { name: /\d/ })).toHaveCount(3)
    const before = await places()
    await expect(bar.getByRole('button', { name: 'Clear' })).toBeHidden()
    await bar.getByRole('searchbox').fill('wool')
    await expect(bar.getByRole('button', { name: 'Clear' })).toBeVisible()
    expect(await places()).toEqual(before)
    await bar.getByRole('button', { name: 'Clear' }).click()
    await bar.getByLabel('Rating').selectOption('5')
    await expect(bar.getByRole('button', { name: 'Clear' })).toBeVisible()
    expect(await places()).toEqual(before)
  })

test('the keyboard alone moves, publishes, rejects and undoes', async ({ page, signIn, writeReviews }) => {
  const word = unique()
  const [first, second, third] = ['third', 'second', 'first'].map((name) => bodyOf(word, name)).toReversed()
  await writeReviews([third ?? '', second ?? '', first ?? ''])
  await signIn(page)
  await openQueue(page, word)
  const shown = (text = '') => expect(opened(page).getByText(text)).toBeVisible()
  await shown(first)
  await page.keyboard.press('j')
  await shown(second)
  await page.keyboard.press('k')
  await shown(first)
  await page.keyboard.press('p')
  await shown(second)
  await page.keyboard.press('r')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Tab')
  await page.getByRole('dialog').getByRole('radio').first().focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await shown(third)
  await page.keyboard.press('z')
  await shown(second)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('a key pressed again at once acts on no review twice', async ({ page, signIn, writeReviews }) => {
  const word = unique()
  await writeReviews([bodyOf(word, 'older'), bodyOf(word, 'newer')])
  await signIn(page)
  await openQueue(page, word)
  await expect(opened(page).getByText(bodyOf(word, 'newer'))).toBeVisible()
  const acts: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('admin.review.publish')) acts.push(request.postData() ?? '')
  })
  await page.evaluate(() => {
    for (let press = 0; press < 5; press += 1) {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'p', bubbles: true }))
    }
  })
  await expect(opened(page).getByText(bodyOf(word, 'older'))).toBeVisible()
  expect(acts).toHaveLength(1)
  await expect(page.getByText('Someone else changed this review')).toHaveCount(0)
})

test('filters stand in the address and come back with it', async ({ page, signIn, writeReviews }) => {
  const word = unique()
  await writeReviews([bodyOf(word, 'only')], 2)
  await signIn(page)
  await page.getByRole('searchbox').fill(word)
  await expect(queue(page).getByRole('listitem')).toHaveCount(1)
  await page.getByLabel('Rating').selectOption('2')
  await expect(page).toHaveURL(new RegExp(`rating=2.*search=${word}`))
  await page.reload()
  await expect(page.getByRole('searchbox')).toHaveValue(word)
  await expect(queue(page).getByText(bodyOf(word, 'only'))).toBeVisible()
  await page.getByLabel('Rating').selectOption('3')
  await expect(page.getByText('No reviews found')).toBeVisible()
  await page.goBack()
  await expect(queue(page).getByText(bodyOf(word, 'only'))).toBeVisible()
})

test('one search is one step back, however often its typing pauses; the next search is another', async ({
  page,
  signIn,
  writeReviews,
}) => {
  const word = unique()
  await writeReviews([bodyOf(word, 'only')])
  await signIn(page)
  await expect(queue(page).getByRole('listitem').first()).toBeVisible()
  const steps = async (): Promise<number> => await page.evaluate(() => history.length)
  const before = await steps()
  const field = page.getByRole('searchbox')
  const says = async (search: string): Promise<void> =>
    await expect(page).toHaveURL((url) => url.searchParams.get('search') === search)
  for (const end of [2, 4, word.length]) {
    await field.fill(word.slice(0, end))
    await says(word.slice(0, end))
  }
  expect(await steps()).toBe(before + 1)
  await field.press('Enter')
  await field.fill('another')
  await says('another')
  expect(await steps()).toBe(before + 2)
  await page.goBack()
  await says(word)
  await expect(field).toHaveValue(word)
  await page.goBack()
  await expect(page).toHaveURL((url) => !url.searchParams.has('search'))
  await expect(field).toHaveValue('')
})

test('on a phone the list leads to the review and back', async ({ page, signIn, writeReviews }) => {
  const word = unique()
  await writeReviews([bodyOf(word, 'only')])
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page)
  await openQueue(page, word)
  await expect(opened(page)).toBeHidden()
  await queue(page).getByText(bodyOf(word, 'only')).click()
  await expect(opened(page).getByText(bodyOf(word, 'only'))).toBeVisible()
  await expect(queue(page)).toBeHidden()
  await page.getByRole('button', { name: 'All reviews' }).click()
  await expect(queue(page).getByText(bodyOf(word, 'only'))).toBeVisible()
})

test('of two moderators the second is told that somebody else changed the review', async ({
  page,
  browser,
  demo,
  signIn,
  writeReviews,
}) => {
  const word = unique()
  await writeReviews([bodyOf(word, 'only')])
  await signIn(page)
  await openQueue(page, word)
  await expect(opened(page).getByText(bodyOf(word, 'only'))).toBeVisible()
  const other = await browser.newPage({ baseURL: demo.publicUrl })
  await signIn(other)
  await openQueue(other, word)
  await opened(other)
    .getByRole('button', { name: /Publish/ })
    .click()
  await expect(other.getByRole('button', { name: /Undo/ })).toBeVisible()
  await other.close()
  await opened(page)
    .getByRole('button', { name: /Publish/ })
    .click()
  await expect(page.getByText('Someone else changed this review')).toBeVisible()
})

test('the first HTML of the queue holds its reviews', async ({ page, signIn, writeReviews }) => {
  const word = unique()
  await writeReviews([bodyOf(word, 'only')])
  await signIn(page)
  const html = await (await page.request.get(`/admin/reviews?search=${word}`)).text()
  // In the page itself, not only in the data behind it.
  const list = html.slice(html.indexOf('<ul aria-label="Reviews"'))
  expect(list.slice(0, list.indexOf('</ul>'))).toContain(bodyOf(word, 'only'))
})
