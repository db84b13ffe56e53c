import type { VerdictCase } from './case.ts'
import { type Stage, status, submit } from './stage.ts'

const until = async (is: () => boolean): Promise<void> => {
  while (!is()) await new Promise((resolve) => setTimeout(resolve, 10))
}
const restart = async ({ door, page, called }: Stage): Promise<void> => {
  await door.kill()
  // What the dead process had answered is gone with it.
  door.net.sever()
  for (const proxy of [door.net, door.db]) proxy.heal()
  await called(status)
  await page.waitForTimeout(1_500)
  await door.start()
  await page.getByText('Sent. Thank you').waitFor({ timeout: 45_000 })
}

/** The server ends without a word and comes back, as when memory is short or a release is made. */
export const restartCases: readonly VerdictCase[] = [
  {
    name: 'the server is killed between commit and answer',
    labels: { [submit]: 'lost_response' },
    isRestart: true,
    async act(stage) {
      stage.door.net.set('down', { kind: 'hold', afterSending: submit })
      await stage.send()
      await stage.held()
      await restart(stage)
    },
  },
  {
    name: 'the server is killed before the commit',
    labels: { [submit]: null },
    isRestart: true,
    width: 390,
    async act(stage) {
      stage.door.db.set('up', { kind: 'hold', afterSending: 'insert into "review_submission"' })
      await stage.send()
      await until(() => stage.door.db.held() > 0)
      await restart(stage)
    },
  },
  {
    name: 'the server is gone before the call',
    labels: { [submit]: 'never_arrived' },
    isRestart: true,
    async act(stage) {
      await stage.door.kill()
      await stage.send()
      await restart(stage)
    },
  },
  {
    name: 'an answer is lost just after a start',
    labels: { [submit]: 'lost_response' },
    isRestart: true,
    isHeldOut: true,
    async act({ page, door, send, failed }) {
      await door.kill()
      await door.start()
      door.net.set('down', { kind: 'reset', afterBytes: 100, times: 1, afterSending: submit })
      await send()
      await failed(submit)
      await page.waitForTimeout(1_200)
    },
  },
  {
    name: 'somebody leaves just after a start',
    labels: { [submit]: 'aborted_by_visitor' },
    isRestart: true,
    isHeldOut: true,
    async act({ page, door, send, elsewhere }) {
      await door.kill()
      await door.start()
      door.net.set('down', { kind: 'hold', afterSending: submit })
      await send()
      await until(() => door.net.held() > 0)
      await page.goto(elsewhere)
    },
  },
]
