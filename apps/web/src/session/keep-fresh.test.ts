import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepSessionFresh } from './keep-fresh.ts'
import type { RenewalOutcome } from './renewal.ts'

const lifetimeSeconds = 1_800

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

interface Opening {
  outcome?: RenewalOutcome
  endsIn?: number
  isVisible?: boolean
  random?: number
  /** What the marker says is always past, by this device's clock. */
  isMarkerStuck?: boolean
}

const open = (options: Opening = {}) => {
  const { outcome = 'renewed', random = 0.5 } = options
  const state = {
    end: Math.floor(Date.now() / 1000) + (options.endsIn ?? lifetimeSeconds),
    isVisible: options.isVisible ?? true,
    renewedAfter: [] as number[],
    isEnded: false,
  }
  const begun = Date.now()
  const page = keepSessionFresh({
    renew: async () => {
      state.renewedAfter.push((Date.now() - begun) / 1000)
      if (outcome === 'renewed' && options.isMarkerStuck !== true)
        state.end = Math.floor(Date.now() / 1000) + lifetimeSeconds
      return outcome
    },
    readEnd: () => state.end,
    onEnded: () => (state.isEnded = true),
    isVisible: () => state.isVisible,
    lifetimeSeconds,
    random: () => random,
  })
  return { page, state }
}

test('a token is renewed at four fifths of its life, again and again', async () => {
  const { state } = open()
  await vi.advanceTimersByTimeAsync(1_439_000)
  expect(state.renewedAfter).toEqual([])
  await vi.advanceTimersByTimeAsync(2_000 + 1_441_000)
  expect(state.renewedAfter).toHaveLength(2)
})

test('tabs differ by up to a tenth', async () => {
  const [early, late] = [open({ random: 0 }), open({ random: 1 })]
  await vi.advanceTimersByTimeAsync(1_600_000)
  expect(early.state.renewedAfter[0]).toBeCloseTo(1_296, -1)
  expect(late.state.renewedAfter[0]).toBeCloseTo(1_584, -1)
})

test('a hidden page renews nothing until somebody looks at it', async () => {
  const { page, state } = open({ isVisible: false })
  await vi.advanceTimersByTimeAsync(7_200_000)
  expect(state.renewedAfter).toEqual([])
  state.isVisible = true
  page.look()
  await vi.advanceTimersByTimeAsync(1)
  expect(state.renewedAfter).toEqual([7_200])
})

test('an unreachable server is asked again later, and the session stays', async () => {
  const { state } = open({ outcome: 'unavailable', endsIn: 1 })
  await vi.advanceTimersByTimeAsync(100_000)
  expect(state.renewedAfter.length).toBeGreaterThanOrEqual(2)
  expect(state.renewedAfter.length).toBeLessThanOrEqual(4)
  expect(state.isEnded).toBe(false)
})

test('a session that has ended is told once', async () => {
  const { state } = open({ outcome: 'ended', endsIn: 1 })
  await vi.advanceTimersByTimeAsync(7_200_000)
  expect(state.renewedAfter).toHaveLength(1)
  expect(state.isEnded).toBe(true)
})

test('a clock that is hours ahead renews no more often than every half life', async () => {
  const { state } = open({ endsIn: -36_000, isMarkerStuck: true })
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(state.renewedAfter).toHaveLength(5)
})

test('a page that is left renews nothing more', async () => {
  const { page, state } = open()
  page.stop()
  await vi.advanceTimersByTimeAsync(7_200_000)
  expect(state.renewedAfter).toEqual([])
})
