import type { Label, VerdictCase } from './case.ts'
import { type Stage, submit } from './stage.ts'

type Step = (stage: Stage) => Promise<void>

/** What looks like leaving and is none. */
const feints: Readonly<Record<string, Step>> = {
  async 'a download'({ page, clickLink }) {
    await page.route('**/leaflet', async (route) => {
      await route.fulfill({ headers: { 'content-disposition': 'attachment; filename=leaflet.txt' }, body: 'Wool' })
    })
    const download = page.waitForEvent('download')
    await clickLink('/leaflet')
    await download
  },
  async 'an address without a page'({ page, clickLink }) {
    await page.route('**/nothing', async (route) => await route.fulfill({ status: 204 }))
    const answered = page.waitForResponse('**/nothing')
    await clickLink('/nothing')
    await answered
  },
  'a mail link': async ({ clickLink }) => await clickLink('mailto:shop@example.com'),
  async 'leaving that is taken back'({ page, clickLink, elsewhere }) {
    await page.evaluate(() =>
      globalThis.addEventListener('beforeunload', (event) => event.preventDefault(), { once: true }),
    )
    const asked = page.waitForEvent('dialog')
    void clickLink(elsewhere).catch(() => undefined)
    await (await asked).dismiss()
  },
  'a place on the same page': async ({ clickLink }) => await clickLink('#main'),
  'a link that opens a tab': async ({ clickLink, elsewhere }) => await clickLink(elsewhere, 'target="_blank"'),
}

const heldCase = (name: string, label: Label | null, then: Step): VerdictCase => ({
  name,
  labels: { [submit]: label },
  async act(stage) {
    stage.door.net.set('down', { kind: 'hold', afterSending: submit })
    await stage.send()
    await stage.held()
    await then(stage)
  },
})

const loseIt: Step = async ({ door, failed }) => {
  door.net.sever()
  await failed(submit)
}
const slowPage: Step = async ({ page, clickLink }) => {
  await page.route('**/slow-page', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 2_500))
    await route.fulfill({ contentType: 'text/html', body: 'At last.' }).catch(() => undefined)
  })
  await clickLink('/slow-page')
}

const soonAfter = [200, 1_600].map((ms) =>
  heldCase(`an answer that is lost, and the person leaves ${ms} ms later`, 'lost_response', async (stage) => {
    await loseIt(stage)
    await stage.page.waitForTimeout(ms)
    await stage.page.goto(stage.elsewhere)
  }),
)

export const stayingCases: readonly VerdictCase[] = [
  ...Object.entries(feints).flatMap(([name, feint], index) => [
    {
      ...heldCase(`${name}, and the answer comes`, 'none', async (stage) => {
        await feint(stage)
        stage.door.net.heal()
        await stage.page.getByText('Sent. Thank you').waitFor()
      }),
      isQuick: index === 0,
    },
    heldCase(`${name}, and the answer is lost`, 'lost_response', async (stage) => {
      await feint(stage)
      await loseIt(stage)
      await stage.page.waitForTimeout(1_200)
    }),
  ]),
  ...soonAfter,
  {
    name: 'a slow page is asked for, and the answer is lost before it comes',
    labels: { [submit]: 'lost_response' },
    async act(stage) {
      // Begun, or the browser would ask for it again and be left in that.
      stage.door.net.set('down', { kind: 'slice', bytes: 120, ms: 400, afterSending: submit })
      const begun = stage.page.waitForResponse((response) => response.url().includes(submit))
      await stage.send()
      await begun
      await slowPage(stage)
      await loseIt(stage)
      await stage.page.waitForURL('**/slow-page')
    },
  },
  heldCase('a slow page that ends the call when it comes', 'aborted_by_visitor', async (stage) => {
    await slowPage(stage)
    await stage.page.waitForURL('**/slow-page')
  }),
  heldCase('a slow page is asked for, and loading is stopped', 'aborted_by_visitor', async (stage) => {
    await slowPage(stage)
    await stage.page.waitForTimeout(400)
    const devtools = await stage.context.newCDPSession(stage.page)
    await devtools.send('Page.stopLoading')
    await stage.failed(submit)
    await stage.page.waitForTimeout(1_200)
  }),
  heldCase('the tab’s process is killed', null, async (stage) => {
    const devtools = await stage.context.newCDPSession(stage.page)
    const crashed = stage.page.waitForEvent('crash')
    void devtools.send('Page.crash').catch(() => undefined)
    await crashed
  }),
  heldCase('the page is put to rest, and the answer is lost meanwhile', 'lost_response', async (stage) => {
    const devtools = await stage.context.newCDPSession(stage.page)
    await devtools.send('Page.setWebLifecycleState', { state: 'frozen' })
    stage.door.net.sever()
    await stage.page.waitForTimeout(500)
    await devtools.send('Page.setWebLifecycleState', { state: 'active' })
    await stage.failed(submit)
    await stage.page.waitForTimeout(1_200)
  }),
]
