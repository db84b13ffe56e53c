import type { Fault } from '../fixtures/fault.ts'
import type { VerdictCase } from './case.ts'
import { both, status, submit } from './stage.ts'

const everyCall = '/api/trpc/customer.review.'

/** The answer meets a fault once the server has done its part. */
const lost = (name: string, fault: Fault, more: Partial<VerdictCase> = {}): VerdictCase => ({
  name,
  labels: { [submit]: 'lost_response' },
  async act({ door, send, failed }) {
    door.net.set('down', { ...fault, afterSending: submit })
    await send()
    await failed(submit)
  },
  ...more,
})

/** The answer's own bytes, some 900 of them, cut short in every part. */
const cutCases = [20, 300, 700, 880, 950].flatMap((afterBytes) => [
  lost(
    `an answer cut after ${afterBytes} bytes`,
    { kind: 'cut', afterBytes, times: 1 },
    {
      isQuick: afterBytes === 20,
      // A browser takes an end within the headers for an empty answer, and that for no failure of the network.
      async act({ door, send, called }) {
        door.net.set('down', { kind: 'cut', afterBytes, times: 1, afterSending: submit })
        await send()
        await called(status)
      },
    },
  ),
  lost(
    `an answer reset after ${afterBytes} bytes, on a phone`,
    { kind: 'reset', afterBytes, times: 1 },
    {
      width: 390,
      // Of which not a byte came through the browser asks again by itself, and the page sees no failure.
      async act({ page, door, calls, send }) {
        door.net.set('down', { kind: 'reset', afterBytes, times: 1, afterSending: submit })
        await send()
        await page.getByText('Sent. Thank you').waitFor()
        return calls.ids[status].length > 0 ? 'lost_response' : 'none'
      },
    },
  ),
])

/** Calls whose request or answer meets a fault on its way. */
export const brokenCases: readonly VerdictCase[] = [
  ...cutCases,
  {
    name: 'answers to the review and to the question for it, both cut',
    labels: both('lost_response'),
    isQuick: true,
    async act({ page, door, send }) {
      door.net.set('down', { kind: 'cut', afterBytes: 20, times: 2, afterSending: everyCall })
      await send()
      await page.getByText('Sent. Thank you').waitFor()
    },
  },
  {
    name: 'an answer on its way when every connection is reset',
    labels: { [submit]: 'lost_response' },
    async act({ door, send, failed, held }) {
      door.net.set('down', { kind: 'hold', afterSending: submit })
      await send()
      await held()
      door.net.sever()
      await failed(submit)
    },
    isHeldOut: true,
  },
  lost('an answer swallowed by a black hole', { kind: 'hold' }),
  {
    name: 'a request swallowed by a black hole',
    labels: { [submit]: 'never_arrived' },
    async act({ door, send, failed }) {
      door.net.set('up', { kind: 'hold', afterSending: submit })
      await send()
      await failed(submit)
      door.net.sever()
    },
  },
  {
    name: 'requests reset on their way, again and again',
    labels: { [submit]: 'never_arrived' },
    async act({ door, send, failed }) {
      door.net.set('up', { kind: 'reset', afterBytes: 0, afterSending: `POST /api/trpc/${submit}` })
      await send()
      await failed(submit)
    },
  },
  {
    name: 'everything slower than the page waits',
    labels: { [submit]: 'timed_out' },
    async act({ door, send, failed }) {
      door.net.set('down', { kind: 'delay', ms: 17_000 })
      await send()
      await failed(submit)
    },
  },
]
