import type { Presence } from '@afterword/validation/incident/rules'
import { expect, test } from 'vitest'
import { createFollowUp, type FailedTry } from './follow-up.ts'
import type { KeptAttempt, KeptReport } from './kept-report.ts'
import type { Looked } from './look-again.ts'

const report: KeptAttempt = {
  kind: 'attempt',
  attemptId: '0192f0c1-2f3e-4a5b-8c6d-7e8f90a1b2c4',
  submissionId: null,
  procedure: 'customer.review.submit',
  lineItemId: null,
  startedAt: 1_000,
  durationMs: 12,
  errorName: 'TypeError',
  errorMessage: 'Failed to fetch',
  httpStatus: null,
  isOnline: true,
  wasHidden: false,
  wasLeaving: false,
  requestStarted: null,
  presence: null,
  originAnswered: null,
  addressAnswered: null,
  isForbidden: false,
  release: null,
}
const failed = (change: Partial<KeptAttempt> = {}): FailedTry => ({
  url: '/api/trpc/customer.review.submit',
  startedAt: 1_000,
  failedAt: 1_012,
  ahead: 0,
  report: { ...report, ...change },
})

const start = () => {
  const kept: KeptReport[] = []
  const amended: KeptAttempt[] = []
  const settled: boolean[] = []
  const state = { presence: 'stayed' as Presence, looks: 0 }
  const [looked, waited] = [Promise.withResolvers<Looked>(), Promise.withResolvers<void>()]
  const followUp = createFollowUp({
    store: { add: (each) => void kept.push(each), amend: (each) => void amended.push(each) },
    presence: { of: () => state.presence, wasOfflineSince: () => false },
    async look() {
      state.looks += 1
      return await looked.promise
    },
    isForbidden: () => false,
    wait: async () => await waited.promise,
    onSettled: (isReachable) => void settled.push(isReachable),
  })
  return { followUp, kept, amended, settled, state, looked, waited }
}

test('a failure is kept at once, and completed when the second look and the second after it are over', async () => {
  const { followUp, kept, amended, settled, looked, waited } = start()
  followUp.keep(failed())
  expect(kept).toEqual([report])
  waited.resolve()
  await Promise.resolve()
  expect(amended).toEqual([])
  looked.resolve({ originAnswered: true, addressAnswered: false })
  await expect.poll(() => settled).toEqual([true])
  expect(amended).toEqual([{ ...report, presence: 'stayed', originAnswered: true, addressAnswered: false }])
})

test('a page that is left completes what it can at once, and nothing twice', async () => {
  const { followUp, amended, settled, state, looked, waited } = start()
  followUp.keep(failed())
  state.presence = 'left'
  followUp.settleAll()
  expect(amended).toMatchObject([{ presence: 'left', wasLeaving: true, originAnswered: null }])
  waited.resolve()
  looked.resolve({ originAnswered: false, addressAnswered: false })
  await expect.poll(() => settled).toEqual([false])
  expect(amended).toHaveLength(1)
})

test('a call that was answered needs no second look', async () => {
  const { followUp, settled, state, waited } = start()
  followUp.keep(failed({ httpStatus: 502 }))
  waited.resolve()
  await expect.poll(() => settled).toEqual([true])
  expect(state.looks).toBe(0)
})
