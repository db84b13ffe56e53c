import { expect, type Page } from '@playwright/test'
import { test } from '../fixtures/test.ts'

const shopPages = [
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
]
const operatorPages = [
  '/operator/incidents',
  '/operator/attempts',
  '/operator',
  '/operator/load',
  '/operator/incidents?state=all',
]

/** Two panes beside each other take the whole width; every other page has the one of `PageBody`. */
const twoPanes = ['/admin/reviews', '/admin/widget']

const signInAsOperator = async (page: Page, operator: { email: string; password: string }): Promise<void> => {
  await page.goto('/sign-in?next=/operator/incidents')
  await page.getByLabel('Email address').fill(operator.email)
  await page.getByLabel('Password').fill(operator.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Incidents' })).toBeVisible()
}

/** Controls of the page that reach beyond the screen or whose text is wider than they are. */
const cutControls = async (page: Page): Promise<string[]> =>
  await page.evaluate(() => {
    const isSeen = (element: Element): boolean => element.getBoundingClientRect().width > 1 && element.checkVisibility()
    return [...document.querySelectorAll('nav a, button, summary, select, label, h1, h2, td, th, dt, dd')]
      .filter((element) => isSeen(element) && element.closest('.sr-only') === null)
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect()
        const isClipped =
          element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== 'visible'
        return left < 0 || right > innerWidth || (isClipped && element.querySelector('.truncate') === null)
      })
      .map((element) => `${element.tagName} ${element.textContent.trim().slice(0, 40)}`)
  })

/** Buttons whose words take more than two lines. */
const tallButtons = async (page: Page): Promise<string[]> =>
  await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main button')]
      .filter((button) => button.checkVisibility() && button.getBoundingClientRect().height > 72)
      .map((button) => button.textContent),
  )

const expectNothingCut = async (page: Page, address: string): Promise<void> => {
  await page.goto(address)
  await page.waitForLoadState('networkidle')
  expect(await cutControls(page), `${address} is cut`).toEqual([])
  expect(await tallButtons(page), `${address} has tall buttons`).toEqual([])
}

/** Each link of the rail can be seen, is big enough to touch, and has the focus when Tab comes to it. */
const expectReachableRail = async (page: Page): Promise<void> => {
  const links = page.getByRole('navigation', { name: 'Main' }).getByRole('link')
  const count = await links.count()
  expect(count).toBeGreaterThan(3)
  await links.first().focus()
  for (let index = 0; index < count; index += 1) {
    const link = links.nth(index)
    await expect(link).toBeFocused()
    await expect(link).toBeInViewport({ ratio: 1 })
    expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    await page.keyboard.press('Tab')
  }
}

for (const width of [360, 390]) {
  test.describe(`on a phone of ${width} px`, () => {
    test.use({ viewport: { width, height: 800 }, hasTouch: true, isMobile: true })

    test('no page of a shop cuts a word or a control, and every link of the rail is in reach', async ({
      page,
      signIn,
    }) => {
      await signIn(page)
      await expectReachableRail(page)
      for (const address of shopPages) {
        await expectNothingCut(page, address)
      }
    })

    test('nor does a page of the operator', async ({ page, demo }) => {
      await signInAsOperator(page, demo.operator)
      await expectReachableRail(page)
      for (const address of operatorPages) {
        await expectNothingCut(page, address)
      }
    })

    test('an incident shows each affected customer and what became of them', async ({ page, demo }) => {
      await signInAsOperator(page, demo.operator)
      await page.getByRole('link', { name: 'Responses to review.submit were lost' }).first().click()
      const rows = page.getByRole('region', { name: 'Affected customers' }).getByRole('row')
      await expect(rows.nth(1).getByRole('link').nth(1)).toBeVisible()
      await expect(rows.nth(1).getByText(/[Rr]ecovered|Gave up|Outcome unknown/)).toBeVisible()
      expect(await cutControls(page)).toEqual([])
    })
  })
}

test('on a desktop all pages have one width, but for those with two panes', async ({ page, signIn, browser, demo }) => {
  await page.setViewportSize({ width: 1600, height: 900 })
  const bodyOf = async (on: Page, address: string): Promise<string> => {
    await on.goto(address)
    const body = on.locator('[data-page-body]').first()
    await body.waitFor()
    const { x, width } = (await body.boundingBox()) ?? { x: -1, width: -1 }
    return `${x} ${width}`
  }
  await signIn(page)
  const found = new Set<string>()
  for (const address of shopPages.filter((each) => !twoPanes.includes(each))) {
    found.add(await bodyOf(page, address))
  }
  const other = await browser.newPage({ baseURL: demo.publicUrl, viewport: { width: 1600, height: 900 } })
  await signInAsOperator(other, demo.operator)
  for (const address of operatorPages) {
    found.add(await bodyOf(other, address))
  }
  await other.close()
  expect([...found]).toHaveLength(1)
})

test('a table is a tab stop only while there is something to scroll to', async ({ page, demo }) => {
  await page.setViewportSize({ width: 1600, height: 900 })
  await signInAsOperator(page, demo.operator)
  await page.goto('/operator/incidents?state=all')
  const table = page.getByRole('region', { name: 'Incidents' })
  await expect(table).toBeVisible()
  await expect(table).not.toHaveAttribute('tabindex')
  await table.locator('table').evaluate((element) => {
    element.style.width = '200vw'
  })
  await expect(table).toHaveAttribute('tabindex', '0')
  await table.locator('table').evaluate((element) => {
    element.style.width = ''
  })
  await expect(table).not.toHaveAttribute('tabindex')
})

for (const width of [360, 390, 660]) {
  test(`no link of the rail stands alone in its row at ${width} px`, async ({ page, signIn }) => {
    await page.setViewportSize({ width, height: 800 })
    await signIn(page)
    const links = await page.getByRole('navigation', { name: 'Main' }).getByRole('link').all()
    const tops = await Promise.all(links.map(async (link) => (await link.boundingBox())?.y))
    for (const top of tops) expect(tops.filter((other) => other === top).length).toBeGreaterThan(1)
  })
}
