import type { VerdictCase } from './case.ts'
import { both, type Stage, status, submit } from './stage.ts'

const refusing = (name: string, begin: (stage: Stage) => unknown, end: (stage: Stage) => unknown): VerdictCase[] =>
  [0, 3_000].map((awayMs) => ({
    name: `${name}, for ${awayMs === 0 ? 'a moment' : 'seconds'}`,
    labels: both('never_arrived'),
    isQuick: name === 'a port where nothing listens' && awayMs === 0,
    ...(awayMs === 0 ? {} : { width: 390 }),
    async act(stage) {
      await begin(stage)
      await stage.send()
      await stage.failed(status)
      await stage.page.waitForTimeout(awayMs)
      await end(stage)
    },
  }))

/** The server or the network is away. */
export const awayCases: readonly VerdictCase[] = [
  ...refusing(
    'a port where nothing listens',
    async ({ door }) => await door.net.shut(true),
    async ({ door }) => await door.net.shut(false),
  ),
  ...refusing(
    'connections reset as they open',
    ({ door }) => door.net.refuse(true),
    ({ door }) => door.net.refuse(false),
  ),
  ...['namenotresolved', 'addressunreachable', 'connectionreset', 'connectionrefused', 'connectionfailed'].flatMap(
    (error) =>
      refusing(
        `every request failing as by ${error}`,
        async ({ page }) => await page.route('**/*', async (route) => await route.abort(error)),
        async ({ page }) => await page.unroute('**/*'),
      ).slice(0, 1),
  ),
  ...refusing(
    'a request under way when the server’s port is shut',
    async ({ door }) => {
      door.net.set('up', { kind: 'hold', afterSending: submit })
    },
    async ({ door }) => await door.net.shut(false),
  )
    .slice(0, 1)
    .map((one) => ({
      ...one,
      isHeldOut: true,
      async act({ door, send, called, failed }: Stage) {
        door.net.set('up', { kind: 'hold', afterSending: submit })
        await send()
        await called(submit)
        await door.net.shut(true)
        await failed(status)
        await door.net.shut(false)
      },
    })),
  {
    name: 'no network before sending',
    labels: both('offline'),
    isQuick: true,
    async act({ context, send, failed }) {
      await context.setOffline(true)
      await send()
      await failed(status)
      await context.setOffline(false)
    },
  },
  {
    name: 'the network lost as the request is sent, on a phone',
    labels: { [submit]: 'offline' },
    width: 390,
    async act({ context, door, send, called, failed, held }) {
      door.net.set('up', { kind: 'hold', afterSending: submit })
      await send()
      await called(submit)
      await held()
      await context.setOffline(true)
      // The browser's switch leaves what is under way alone; the network itself does not.
      await door.net.shut(true)
      await failed(submit)
      await door.net.shut(false)
      await context.setOffline(false)
    },
  },
  {
    name: 'the network lost with the answer on its way',
    labels: { [submit]: null },
    async act({ context, door, send, failed, held }) {
      door.net.set('down', { kind: 'hold', afterSending: submit })
      await send()
      await held()
      await context.setOffline(true)
      door.net.sever()
      await failed(submit)
      await context.setOffline(false)
    },
    isHeldOut: true,
  },
]
