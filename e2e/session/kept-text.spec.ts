import { expect, type Page } from '@playwright/test'
import { endElsewhere } from '../fixtures/session-cookies.ts'
import type { Person } from '../fixtures/person.ts'
import { test } from '../fixtures/test.ts'

const signInAgain = async (page: Page, person: Person): Promise<void> => {
  await page.waitForURL(/\/sign-in\?next=/)
  await page.getByLabel('Email address').fill(person.email)
  await page.getByLabel('Password').fill(person.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

test('a reply that is being written outlives the session', async ({ page, context, people, signIn, writeReviews }) => {
  const person = await people.add()
  const word = `kept${Date.now()}`
  await writeReviews([`${word} first`, `${word} second`])
  await signIn(page, person)
  await page.goto(`/admin/reviews?search=${word}`)
  const review = page.getByRole('region', { name: 'Review', exact: true })
  await expect(review.getByText(`${word} second`)).toBeVisible()
  await review.getByRole('button', { name: /Reply/ }).click()
  await page.getByLabel('Public reply').fill('Thank you, Mina. We pass it on to the workshop.')
  await endElsewhere(context)
  await page.getByRole('button', { name: 'Save reply' }).click()
  await signInAgain(page, person)

  await page.waitForURL(`**/admin/reviews?search=${word}**`)
  await expect(page.getByLabel('Public reply')).toHaveValue('Thank you, Mina. We pass it on to the workshop.')
  await expect(review.getByText(`${word} second`)).toBeVisible()
  await page.getByRole('button', { name: 'Save reply' }).click()
  // The field holds the same text: it is sent when the field is gone.
  await expect(page.getByLabel('Public reply')).toHaveCount(0)
  await expect(review.getByText('Thank you, Mina. We pass it on to the workshop.').first()).toBeVisible()
  // Sent: nothing is left to bring back.
  await page.reload()
  await expect(review.getByText(`${word} second`)).toBeVisible()
  await expect(page.getByLabel('Public reply')).toHaveCount(0)
})

test('widget settings that are not saved yet outlive the session', async ({ page, context, people, signIn }) => {
  const person = await people.add()
  await signIn(page, person)
  await page.goto('/admin/widget')
  await page.getByLabel('Reviews per page').fill('17')
  await endElsewhere(context)
  await page.getByRole('button', { name: 'Save' }).click()
  await signInAgain(page, person)
  await page.waitForURL('**/admin/widget')
  await expect(page.getByLabel('Reviews per page')).toHaveValue('17')
})

test('what one person typed is gone for the next one, and after signing out', async ({
  page,
  context,
  people,
  signIn,
}) => {
  const [first, second] = [await people.add(), await people.add()]
  const field = page.getByLabel('Reviews per page')
  await signIn(page, first)
  await page.goto('/admin/widget')
  const saved = await field.inputValue()
  await field.fill('23')
  // Off the page, which goes to the sign-in by itself when a call of its finds no session.
  await page.goto('about:blank')
  await context.clearCookies()
  await signIn(page, second)
  await page.goto('/admin/widget')
  await expect(field).toHaveValue(saved)
  await field.fill('24')
  await page.getByText(second.name).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('**/sign-in')
  await signIn(page, second)
  await page.goto('/admin/widget')
  await expect(field).toHaveValue(saved)
})

test('a call without any session leads to sign-in and back', async ({ page, context, people, signIn }) => {
  const person = await people.add()
  await signIn(page, person)
  await page.goto('/admin/widget')
  await expect(page.getByLabel('Reviews per page')).toBeVisible()
  await context.clearCookies()
  await page.getByRole('button', { name: 'Save' }).click()
  await signInAgain(page, person)
  await page.waitForURL('**/admin/widget')
})

test('whoever signs in in one tab is signed in in all that wait at sign-in', async ({ context, people, signIn }) => {
  const person = await people.add()
  const [first, second] = [await context.newPage(), await context.newPage()]
  await first.goto('/admin/requests')
  await expect(first).toHaveURL(/\/sign-in/)
  await signIn(second, person)
  await first.waitForURL('**/admin/requests')
})
