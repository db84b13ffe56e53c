import { expect, test } from 'vitest'
import { deliver, type Delivery, DeliveryPaused, type DeliveryPhase, retryDelaysSeconds } from './deliver.ts'

const lost = new Error('Failed to fetch')
const refused = new Error('review.body_required')

/** A server whose answers are written down beforehand. The last one repeats. */
const play = (script: { sends: (string | Error)[]; checks?: (string | null | Error)[] }) => {
  const phases: DeliveryPhase[] = []
  const waits: number[] = []
  const next = <Value>(values: Value[]): Exclude<Value, Error> => {
    const value = values.length > 1 ? values.shift() : values[0]
    if (value instanceof Error) throw value
    return value as Exclude<Value, Error>
  }
  const checks = script.checks ?? [null]
  const delivery: Delivery<string> = {
    send: async () => next(script.sends),
    check: async () => next(checks),
    wait: async (milliseconds) => void waits.push(milliseconds),
    isFinal: (error) => error === refused,
    retryAfterMs: () => 0,
    onPhase: (phase) => void phases.push(phase),
    random: () => 0.5,
  }
  return { delivery, phases, waits }
}

test('an answer at once asks nothing further', async () => {
  const { delivery, phases, waits } = play({ sends: ['stored'] })
  expect(await deliver(delivery)).toBe('stored')
  expect(phases).toEqual(['sending'])
  expect(waits).toEqual([])
})

test('a lost answer is found by asking, without sending again', async () => {
  const { delivery, phases } = play({ sends: [lost, refused], checks: ['stored'] })
  expect(await deliver(delivery)).toBe('stored')
  expect(phases).toEqual(['sending', 'checking'])
})

test('what never arrived is sent again after a wait', async () => {
  const { delivery, phases, waits } = play({ sends: [lost, lost, 'stored'], checks: [null, lost, null] })
  expect(await deliver(delivery)).toBe('stored')
  expect(phases).toEqual(['sending', 'checking', 'waiting', 'sending', 'checking', 'waiting', 'sending'])
  expect(waits).toEqual([1000, 2000])
})

test('a refusal is told at once and not repeated', async () => {
  const { delivery, waits } = play({ sends: [refused] })
  await expect(deliver(delivery)).rejects.toBe(refused)
  expect(waits).toEqual([])
})

test('a refusal of the question ends it too: the link may have expired meanwhile', async () => {
  const { delivery } = play({ sends: [lost], checks: [refused] })
  await expect(deliver(delivery)).rejects.toBe(refused)
})

test('after a minute without any answer it pauses instead of trying for ever', async () => {
  const { delivery, waits } = play({ sends: [lost], checks: [lost] })
  await expect(deliver(delivery)).rejects.toBeInstanceOf(DeliveryPaused)
  expect(waits).toEqual(retryDelaysSeconds.map((seconds) => seconds * 1000))
})

test('after a reload it asks before it sends', async () => {
  const arrived = play({ sends: [refused], checks: ['stored'] })
  expect(await deliver(arrived.delivery, { isResumed: true })).toBe('stored')
  expect(arrived.phases).toEqual(['checking'])
  const absent = play({ sends: ['stored'], checks: [null] })
  expect(await deliver(absent.delivery, { isResumed: true })).toBe('stored')
  expect(absent.phases).toEqual(['checking', 'sending'])
})

test('waits are spread by a quarter to both sides', async () => {
  for (const [random, expected] of [
    [0, 750],
    [1, 1250],
  ] as const) {
    const { delivery, waits } = play({ sends: [lost, 'stored'] })
    await deliver({ ...delivery, random: () => random })
    expect(waits).toEqual([expected])
  }
})

test('a server that says when to come back is not asked earlier', async () => {
  const { delivery, waits } = play({ sends: [lost, 'stored'] })
  const asked: number[] = []
  await deliver({
    ...delivery,
    retryAfterMs: () => 20_000,
    wait: async (milliseconds, atLeastMs) => void (waits.push(milliseconds), asked.push(atLeastMs)),
  })
  expect(waits).toEqual([22_500])
  expect(asked).toEqual([22_500])
})
