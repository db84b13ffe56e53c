import { expect, type Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { type ProviderAccount, startOidcProvider } from '../fixtures/oidc-provider.ts'
import { test } from '../fixtures/test.ts'
import { oidc } from '../place.ts'

// One provider, one port.
test.describe.configure({ mode: 'serial' })

const accounts = new Map<string, ProviderAccount>()
let provider: Awaited<ReturnType<typeof startOidcProvider>>
test.beforeAll(async () => {
  provider = await startOidcProvider(accounts)
})
test.afterAll(async () => await provider.stop())

/** A person at the provider. */
const addAccount = (account: ProviderAccount): string => {
  const subject = randomUUID()
  accounts.set(subject, account)
  return subject
}

const begin = async (page: Page, path: string): Promise<void> => {
  await page.goto(path)
  await page.getByRole('button', { name: `Continue with ${oidc.name}` }).click()
  await page.waitForURL(`${oidc.issuer}/**`)
}

const signInThere = async (page: Page, subject: string): Promise<void> => {
  await page.locator('input[name=login]').fill(subject)
  await page.locator('input[name=password]').fill('any')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
}

test('who proves a known address elsewhere is signed in here, where they wanted to go, with our cookies alone', async ({
  page,
  context,
  demo,
}) => {
  const subject = addAccount({ email: demo.admin.email, isVerified: true })
  await begin(page, '/admin/requests?state=sent')
  const asked = new URL(page.url())
  await signInThere(page, subject)
  await page.waitForURL(`${demo.publicUrl}/admin/requests?state=sent`)
  await expect(page.getByRole('heading', { name: 'Review requests' })).toBeVisible()
  const names = (await context.cookies(demo.publicUrl)).map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['at', 'rt']))
  expect(names.filter((name) => name.includes('next-auth.session'))).toEqual([])
  expect(asked.origin).toBe(oidc.issuer)

  // The link to the account is the subject now: the address may change.
  accounts.set(subject, { email: 'moved@example.com', isVerified: false })
  // Off the page, which goes to the sign-in by itself when a call of its finds no session.
  await page.goto('about:blank')
  await context.clearCookies()
  await begin(page, '/sign-in')
  await signInThere(page, subject)
  await page.waitForURL('**/admin/reviews')
})

test('the way to the provider is guarded by PKCE, state and nonce', async ({ page }) => {
  const asking = page.waitForRequest((request) => request.url().startsWith(`${oidc.issuer}/auth?`))
  await begin(page, '/sign-in')
  const query = new URL((await asking).url()).searchParams
  expect(query.get('code_challenge_method')).toBe('S256')
  for (const name of ['code_challenge', 'state', 'nonce']) expect(query.get(name), name).toMatch(/^[\w-]{20,}$/)
})

for (const [name, account] of [
  ['an address nobody vouches for', (email: string) => ({ email, isVerified: false })],
  ['an unknown address', () => ({ email: `${randomUUID()}@example.com`, isVerified: true })],
] as const) {
  test(`${name} opens nothing, and the way back is kept`, async ({ page, context, demo, expectAccessible }) => {
    await begin(page, '/admin/widget')
    await signInThere(page, addAccount(account(demo.operator.email)))
    await expect(page).toHaveURL(`${demo.publicUrl}/sign-in?error=AccessDenied&next=%2Fadmin%2Fwidget`)
    await expect(page.getByText('No account uses the email address of that sign-in')).toBeVisible()
    await expectAccessible(page)
    expect((await context.cookies(demo.publicUrl)).filter(({ name: cookie }) => cookie === 'at')).toEqual([])
    await page.getByLabel('Email address').fill(demo.admin.email)
    await page.getByLabel('Password').fill(demo.admin.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL('**/admin/widget')
  })
}

test('an answer of the provider that another browser asked for opens nothing', async ({ page, browser, demo }) => {
  const subject = addAccount({ email: demo.admin.email, isVerified: true })
  await begin(page, '/sign-in')
  const answer = page.waitForRequest((request) => request.url().includes('/api/auth/callback/oidc'))
  await page.route('**/api/auth/callback/oidc**', (route) => route.abort())
  await signInThere(page, subject).catch(() => undefined)
  const stolen = (await answer).url()
  const other = await (await browser.newContext()).newPage()
  await other.goto(stolen)
  await expect(other).toHaveURL(/\/sign-in\?.*error=OAuthCallback/)
  await expect(other.getByText('The sign-in was not completed')).toBeVisible()
  await other.context().close()
})
