import type { VerdictCase } from './case.ts'
import { type Stage, submit } from './stage.ts'

const slowMs = 12_000

/** Presses the button within the page, which is not to be talked to while another is asked for. */
const sendSoon = async ({ page, door }: Stage): Promise<void> => {
  door.net.set('down', { kind: 'hold', afterSending: submit })
  await page.evaluate(() => {
    const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Send review')
    setTimeout(() => button?.click(), 900)
  })
}

/** From the browser's own bar, for a page that does not come. */
const askForPage = async ({ page, context, elsewhere }: Stage, how: 'navigate' | 'reload'): Promise<void> => {
  const url = how === 'reload' ? page.url() : `${new URL(elsewhere).origin}/slow-page`
  await page.route(
    (asked) => asked.href === url,
    async (route) => {
      await new Promise((resolve) => setTimeout(resolve, slowMs))
      await route.abort().catch(() => undefined)
    },
  )
  const devtools = await context.newCDPSession(page)
  // Answered when the page has come.
  const done = how === 'reload' ? devtools.send('Page.reload') : devtools.send('Page.navigate', { url })
  done.catch(() => undefined)
}

/** Presses the browser's button that stops loading, in the page or in the bar around it. */
const stop = async ({ page, context, failed }: Stage): Promise<void> => {
  const devtools = await context.newCDPSession(page)
  await devtools.send('Page.stopLoading')
  await failed(submit)
  await page.waitForTimeout(1_200)
}

const trickle = (name: string, bytes: number): VerdictCase => ({
  name: `an answer that comes in slower than the page waits, ${name}`,
  labels: { [submit]: 'timed_out' },
  async act({ page, door, send, failed }) {
    door.net.set('down', { kind: 'slice', bytes, ms: 400, afterSending: `POST /api/trpc/${submit}` })
    await send()
    await failed(submit)
    await page.waitForTimeout(2_000)
  },
})

/** Calls that the person's own browser ends, or that their page gives up on. */
export const stoppedCases: readonly VerdictCase[] = [
  ...(['navigate', 'reload'] as const).map((how): VerdictCase => ({
    name: `a page asked for before sending (${how}), and loading is stopped`,
    labels: { [submit]: 'aborted_by_visitor' },
    async act(stage) {
      await sendSoon(stage)
      await askForPage(stage, how)
      await stage.held()
      await stop(stage)
    },
  })),
  {
    name: 'a page that still loads when it sends, and loading is stopped',
    labels: { [submit]: 'aborted_by_visitor' },
    async act(stage) {
      const { page } = stage
      await page.route('**/slow-picture', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, slowMs))
        await route.abort().catch(() => undefined)
      })
      await page.addInitScript(() =>
        document.addEventListener('DOMContentLoaded', () => {
          document.body.append(Object.assign(new Image(), { src: '/slow-picture' }))
        }),
      )
      await page.reload({ waitUntil: 'commit' })
      await page.locator('form[novalidate]').waitFor()
      await page.getByLabel('Your review', { exact: true }).fill('Warm and light.')
      await sendSoon(stage)
      await stage.held()
      await stop(stage)
    },
  },
  trickle('in its headers', 12),
  trickle('in its body', 22),
]
