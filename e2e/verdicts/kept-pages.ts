import type { VerdictCase } from './case.ts'
import { type Stage, submit } from './stage.ts'

const holdAnswer = async ({ door, send, held }: Stage): Promise<void> => {
  door.net.set('down', { kind: 'hold', afterSending: submit })
  await send()
  await held()
}

const goAndComeBack = async ({ page, elsewhere }: Stage): Promise<void> => {
  await page.evaluate(() => {
    globalThis.addEventListener('pageshow', ({ persisted }) => (document.title = persisted ? 'kept' : 'new'))
  })
  await page.goto(elsewhere)
  await page.goBack({ waitUntil: 'commit' })
  await page.waitForFunction(() => document.title === 'kept')
}

/** In a browser that keeps pages it has left, as people's do and a test's own does not. */
export const keptCases: readonly VerdictCase[] = [
  {
    name: 'away and back to the page as it was, then the answer is lost',
    labels: { [submit]: 'lost_response' },
    keepsPages: true,
    isQuick: true,
    async act(stage) {
      await holdAnswer(stage)
      await goAndComeBack(stage)
      await stage.page.waitForTimeout(2_500)
      stage.door.net.set('down', { kind: 'cut', afterBytes: 860, times: 1 })
      await stage.page.waitForTimeout(1_600)
    },
  },
  {
    name: 'lost while away, then back to the page as it was',
    labels: { [submit]: null },
    keepsPages: true,
    async act(stage) {
      await holdAnswer(stage)
      await stage.page.goto(stage.elsewhere)
      stage.door.net.sever()
      await stage.page.goBack({ waitUntil: 'commit' })
      await stage.page.waitForTimeout(2_500)
    },
  },
  {
    name: 'away and back to the page as it was before sending, then the answer is lost',
    labels: { [submit]: 'lost_response' },
    keepsPages: true,
    async act(stage) {
      await goAndComeBack(stage)
      await holdAnswer(stage)
      stage.door.net.set('down', { kind: 'cut', afterBytes: 860, times: 1 })
      await stage.page.waitForTimeout(1_600)
    },
  },
  {
    name: 'away and back to the page as it was, then the answer comes',
    labels: { [submit]: 'none' },
    keepsPages: true,
    async act(stage) {
      await holdAnswer(stage)
      await goAndComeBack(stage)
      stage.door.net.heal()
      await stage.page.getByText('Sent. Thank you').waitFor()
    },
  },
]
