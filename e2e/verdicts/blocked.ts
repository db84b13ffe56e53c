import type { Route } from '@playwright/test'
import type { VerdictCase } from './case.ts'
import { both, status, submit } from './stage.ts'

interface Block extends Partial<VerdictCase> {
  readonly pattern: string
  /** Whether it also meets the question that follows. */
  readonly isForStatus: boolean
}
const blockedBy = (name: string, { pattern, isForStatus, ...more }: Block): VerdictCase => ({
  name,
  labels: isForStatus ? both('blocked_by_client') : { [submit]: 'blocked_by_client' },
  async act({ page, context, send, failed }) {
    const devtools = await context.newCDPSession(page)
    await devtools.send('Network.enable')
    await devtools.send('Network.setBlockedURLs', { urls: [pattern] })
    await send()
    await failed(isForStatus ? status : submit)
    // A list of what to block stays.
    await page.waitForTimeout(1_500)
    await devtools.send('Network.setBlockedURLs', { urls: [] })
  },
  ...more,
})
const aborting = (name: string, act: (route: Route) => Promise<void>): VerdictCase => ({
  name,
  labels: { [submit]: 'blocked_by_client' },
  async act({ page, send, failed }) {
    await page.route(`**/api/trpc/${submit}`, act)
    await send()
    await failed(submit)
    await page.waitForTimeout(1_500)
  },
})

/** The browser itself refuses to call. */
export const blockedCases: readonly VerdictCase[] = [
  blockedBy('a blocked address', { pattern: `*${submit}*`, isForStatus: false, isQuick: true }),
  blockedBy('blocked calls of one kind, on a phone', { pattern: '*/api/trpc/*', isForStatus: true, width: 390 }),
  blockedBy('everything blocked that an api answers', { pattern: '*/api/*', isForStatus: true }),
  blockedBy('a blocked word', { pattern: '*review.s*', isForStatus: true, isHeldOut: true }),
  aborting('a block by an extension', async (route) => await route.abort('blockedbyclient')),
  aborting('a slow block by an extension', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 120))
    await route.abort('blockedbyclient')
  }),
  {
    name: 'a content policy that somebody added',
    labels: both('blocked_by_client'),
    async act({ page, send }) {
      await page.evaluate(() => {
        const policy = document.createElement('meta')
        policy.httpEquiv = 'Content-Security-Policy'
        policy.content = "connect-src 'none'"
        document.head.append(policy)
      })
      await send()
      await page.getByText('Nothing is lost').waitFor()
      await page.waitForTimeout(1_500)
    },
  },
]
