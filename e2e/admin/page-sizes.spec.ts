import { expect, type Page } from '@playwright/test'
import { test } from '../fixtures/test.ts'

const viewports = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
] as const

const pages = {
  admin: [
    '/admin/reviews',
    '/admin/requests',
    '/admin/delivery',
    '/admin/widget',
    '/admin/members',
    '/admin/shop',
    '/admin/settings',
    '/admin/audit',
    '/admin/account',
    '/admin/account/sessions',
  ],
  operator: [
    '/operator/incidents',
    '/operator/incidents?state=all',
    '/operator/attempts',
    '/operator',
    '/operator/load',
  ],
} as const

/** How far a page scrolls, and how far what can be seen of it reaches, in CSS pixels. */
const measure = async (page: Page) =>
  await page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement
    const isSeen = (element: Element): boolean => {
      const { width, height } = element.getBoundingClientRect()
      return width > 1 && height > 1
    }
    /** A list that scrolls by itself ends where its frame does. */
    const isCut = (element: Element): boolean => {
      for (let outer = element.parentElement; outer !== null && outer !== document.body; outer = outer.parentElement) {
        if (getComputedStyle(outer).overflowY !== 'visible') return true
      }
      return false
    }
    const bottoms = [...document.body.querySelectorAll('*')]
      .filter((element) => isSeen(element) && !isCut(element))
      .map((element) => element.getBoundingClientRect().bottom + scrollY)
    return { scrollWidth, scrollHeight, end: Math.max(innerHeight, ...bottoms), width: innerWidth }
  })

/** The distance that pages keep below their last part. */
const mostBelow = 64

const expectToFit = async (page: Page, address: string): Promise<void> => {
  const { scrollWidth, scrollHeight, end, width } = await measure(page)
  expect(scrollWidth, `${address} is wider than the screen`).toBeLessThanOrEqual(width)
  expect(scrollHeight, `${address} scrolls beyond its content`).toBeLessThanOrEqual(Math.ceil(end) + mostBelow)
}

for (const viewport of viewports) {
  test.describe(`at ${viewport.width} px`, () => {
    test.use({ viewport })

    test('no page of a shop is wider than the screen or scrolls beyond its content', async ({ page, signIn }) => {
      await signIn(page)
      for (const address of pages.admin) {
        await page.goto(address)
        await page.waitForLoadState('networkidle')
        await expectToFit(page, address)
      }
    })

    test('nor one of the operator', async ({ page, demo }) => {
      await page.goto('/sign-in?next=/operator/incidents')
      await page.getByLabel('Email address').fill(demo.operator.email)
      await page.getByLabel('Password').fill(demo.operator.password)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page.getByRole('heading', { name: 'Incidents' })).toBeVisible()
      await page.waitForLoadState('networkidle')
      for (const address of pages.operator) {
        await page.goto(address)
        await page.waitForLoadState('networkidle')
        await expectToFit(page, address)
      }
    })

    test('nor one that customers or strangers see', async ({ page, demo }) => {
      const { accessCode } = demo.shop
      const addresses = [
        demo.reviewUrls[0] ?? '',
        '/write/detail/unknown',
        `/write/login/${accessCode}`,
        demo.storefrontUrl,
        '/sign-in',
        '/forgot-password',
        '/nowhere',
      ]
      for (const address of addresses) {
        await page.goto(address)
        await page.waitForLoadState('networkidle')
        await expectToFit(page, address)
      }
    })
  })
}
