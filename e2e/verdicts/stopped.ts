import type { VerdictCase } from './case.ts'
import { type Stage, submit } from './stage.ts'

/** A page that is asked for and never comes. */
const askForNextPage = async ({ page, context, elsewhere }: Stage, how: 'navigate' | 'reload'): Promise<void> => {
  const url = how === 'reload' ? page.url() : `${new URL(elsewhere).origin}/slow-page`
  await page.route(
    (asked) => asked.href === url,
    async (route) => await new Promise<never>(() => route),
  )
  const asked = page.waitForRequest(url)
  const devtools = await context.newCDPSession(page)
  // As from the browser's own bar: it is answered when the page has come.
  const done = how === 'reload' ? devtools.send('Page.reload') : devtools.send('Page.navigate', { url })
  done.catch(() => undefined)
  await asked
}

const sendAndHold = async ({ page, door, held }: Stage): Promise<void> => {
  door.net.set('down', { kind: 'hold', afterSending: submit })
  // Not by a click, which waits for the next page.
  await page.evaluate(() =>
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Send review')?.click(),
  )
  await held()
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
    isQuick: how === 'navigate',
    async act(stage) {
      await askForNextPage(stage, how)
      await sendAndHold(stage)
      await stop(stage)
    },
  })),
  {
    name: 'a page that still loads when it sends, and loading is stopped',
    labels: { [submit]: 'aborted_by_visitor' },
    async act(stage) {
      const { page } = stage
      await page.route('**/slow-picture', async (route) => await new Promise<never>(() => route))
      await page.addInitScript(() =>
        document.addEventListener('DOMContentLoaded', () => {
          document.body.append(Object.assign(new Image(), { src: '/slow-picture' }))
        }),
      )
      await page.reload({ waitUntil: 'commit' })
      await page.locator('form[novalidate]').waitFor()
      await page.getByLabel('Your review', { exact: true }).fill('Warm and light.')
      await sendAndHold(stage)
      await stop(stage)
    },
  },
  trickle('in its headers', 12),
  trickle('in its body', 34),
]
