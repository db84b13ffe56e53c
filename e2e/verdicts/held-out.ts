import type { Label, VerdictCase } from './case.ts'
import { type Stage, status, submit } from './stage.ts'

/** Not looked at while the rules were made: what they come to here is told apart. */
const heldOut = (name: string, label: Label | null, act: VerdictCase['act']): VerdictCase => ({
  name,
  labels: { [submit]: label },
  isHeldOut: true,
  act,
})

const holdAnswer = async ({ door, send, held }: Stage): Promise<void> => {
  door.net.set('down', { kind: 'hold', afterSending: submit })
  await send()
  await held()
}

export const heldOutCases: readonly VerdictCase[] = [
  heldOut('forward, with the answer on its way', 'aborted_by_visitor', async (stage) => {
    const { page, elsewhere } = stage
    await page.evaluate((to) => globalThis.history.pushState(null, '', to), `${page.url()}#later`)
    await page.evaluate(() => globalThis.history.back())
    await page.waitForURL(/^[^#]+$/)
    await holdAnswer(stage)
    await page.evaluate(() => globalThis.history.forward())
    await page.goto(elsewhere)
  }),
  heldOut('a slow link on a phone that ends the call', 'aborted_by_visitor', async (stage) => {
    await stage.page.route('**/later-page', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 900))
      await route.fulfill({ contentType: 'text/html', body: 'There.' })
    })
    await holdAnswer(stage)
    await stage.clickLink('/later-page')
    await stage.page.waitForURL('**/later-page')
  }),
  heldOut('two clicks on links, with the answer on its way', 'aborted_by_visitor', async (stage) => {
    await holdAnswer(stage)
    await stage.clickLink(`${stage.elsewhere}=one`)
    await stage.page.goto(`${stage.elsewhere}=two`).catch(() => undefined)
    await stage.page.waitForURL(/elsewhere=/)
  }),
  heldOut('a script that replaces the page', 'aborted_by_visitor', async (stage) => {
    await holdAnswer(stage)
    await stage.page.evaluate((to) => globalThis.location.replace(to), stage.elsewhere)
    await stage.page.waitForURL(stage.elsewhere)
  }),
  heldOut('a question that was asked for and answered, then leaving', 'aborted_by_visitor', async (stage) => {
    await holdAnswer(stage)
    await stage.page.evaluate(() => globalThis.addEventListener('beforeunload', (event) => event.preventDefault()))
    stage.page.on('dialog', (dialog) => void dialog.accept())
    await stage.page.goto(stage.elsewhere)
  }),
  heldOut('loading that a script stops', 'aborted_by_visitor', async (stage) => {
    await holdAnswer(stage)
    await stage.page.evaluate((to) => {
      globalThis.location.assign(to)
      globalThis.stop()
    }, stage.elsewhere)
    await stage.failed(submit)
    await stage.page.waitForTimeout(1_200)
  }),
  heldOut('a review answered by a service that is overloaded', 'server_error', async ({ page, send, called }) => {
    await page.route(`**/api/trpc/${submit}`, async (route) => await route.fulfill({ status: 503, body: '' }))
    await send()
    await called(status)
    await page.waitForTimeout(1_200)
  }),
  heldOut('an answer cut after the person came back to the tab', 'lost_response', async (stage) => {
    await holdAnswer(stage)
    const other = await stage.context.newPage()
    await other.goto(stage.elsewhere)
    await other.close()
    await stage.page.bringToFront()
    stage.door.net.sever()
    await stage.failed(submit)
    await stage.page.waitForTimeout(1_200)
  }),
  heldOut(
    'a request refused at once, then the person leaves',
    'never_arrived',
    async ({ page, door, send, failed, elsewhere }) => {
      await door.net.shut(true)
      await send()
      await failed(submit)
      await page.waitForTimeout(1_500)
      await door.net.shut(false)
      await page.goto(elsewhere)
    },
  ),
  heldOut('a block that spares the question', 'blocked_by_client', async ({ page, context, send, called }) => {
    const devtools = await context.newCDPSession(page)
    await devtools.send('Network.enable')
    await devtools.send('Network.setBlockedURLs', { urls: ['*/customer.review.submit'] })
    await send()
    await called(submit, 2)
    await devtools.send('Network.setBlockedURLs', { urls: [] })
    await page.getByText('Sent. Thank you').waitFor({ timeout: 45_000 })
  }),
  heldOut(
    'a long review over a connection that breaks as it is sent',
    'never_arrived',
    async ({ page, door, send, failed }) => {
      await page.getByLabel('Your review', { exact: true }).fill('Wool and more wool. '.repeat(200))
      door.net.set('up', { kind: 'reset', afterBytes: 900, afterSending: `POST /api/trpc/${submit}` })
      await send()
      await failed(submit)
      await page.waitForTimeout(1_200)
    },
  ),
]
