import type { VerdictCase } from './case.ts'
import { type Stage, submit } from './stage.ts'

type Step = (stage: Stage) => Promise<void>

/** How far a call has come when somebody leaves. */
const phases: Readonly<Record<string, Step>> = {
  async 'as it is sent'({ door, send }) {
    door.net.set('up', { kind: 'hold', afterSending: submit })
    await send()
  },
  async 'while the server works'({ door, send, called }) {
    door.db.set('up', { kind: 'hold', afterSending: 'insert into "review_submission"' })
    await send()
    await called(submit)
  },
  async 'with the answer on its way'({ door, send, called, held }) {
    door.net.set('down', { kind: 'hold', afterSending: submit })
    await send()
    await called(submit)
    await held()
  },
  async 'while the answer comes in'({ page, door, send }) {
    door.net.set('down', { kind: 'slice', bytes: 120, ms: 150, afterSending: submit })
    const begun = page.waitForResponse((response) => response.url().includes(submit))
    await send()
    await begun
  },
}

const ways: Readonly<Record<string, Step>> = {
  'a link': async ({ page, clickLink, elsewhere }) => {
    await clickLink(elsewhere)
    await page.waitForURL(elsewhere)
  },
  'a reload': async ({ page }) => void (await page.reload()),
  back: async ({ page }) => void (await page.goBack()),
  'the address bar': async ({ page, elsewhere }) => void (await page.goto(elsewhere)),
  'a form': async ({ page, elsewhere }) => {
    await page.evaluate((to) => {
      document.body.insertAdjacentHTML('afterbegin', `<form id="away" action="${to}"><button>go</button></form>`)
    }, elsewhere)
    await page.locator('#away button').click()
    await page.waitForURL(/healthz/)
  },
  'the page itself': async ({ page, elsewhere }) => {
    await page.evaluate((to) => globalThis.location.assign(to), elsewhere)
    await page.waitForURL(elsewhere)
  },
  'closing the tab': async ({ page }) => await page.close(),
  'closing the window': async ({ page }) => {
    const closed = page.waitForEvent('close')
    await page.close({ runBeforeUnload: true })
    await closed
  },
}

const quick = new Set([
  'a link, with the answer on its way',
  'a reload, while the answer comes in',
  'closing the tab, while the server works',
  'back, with the answer on its way',
])

/** Every way to leave, at every moment of a call. */
export const leavingCases: readonly VerdictCase[] = Object.entries(ways).flatMap(([way, leave], index) =>
  Object.entries(phases).map(([phase, begin]) => {
    const name = `${way}, ${phase}`
    return {
      name,
      labels: { [submit]: 'aborted_by_visitor' },
      isQuick: quick.has(name),
      ...(index % 3 === 1 ? { width: 390 } : {}),
      async act(stage: Stage) {
        await begin(stage)
        await leave(stage)
      },
    }
  }),
)
