import { expect, test } from 'vitest'
import { createSlowness } from './slowness.ts'

/** One window in which so much work of a kind was done, each taking so long. */
const look = (slowness: ReturnType<typeof createSlowness>, kind: string, ms: number, count = 5) => {
  for (let done = 0; done < count; done += 1) slowness.note(kind, ms)
  return slowness.take() ?? Number.NaN
}

test('says nothing when nothing was done', () => {
  expect(createSlowness().take()).toBeUndefined()
})

test('work that takes three times as long as it did is three times as slow, for a minute and more', () => {
  const slowness = createSlowness()
  for (let window = 0; window < 20; window += 1) look(slowness, 'send', 6)
  for (let window = 0; window < 600; window += 1) expect(look(slowness, 'send', 18)).toBeGreaterThan(2.6)
})

test('one kind is not measured by another: dear work is not slow work', () => {
  const slowness = createSlowness()
  for (let window = 0; window < 20; window += 1) look(slowness, 'status', 1)
  expect(look(slowness, 'send', 100)).toBe(1)
  expect(look(slowness, 'send', 100)).toBeCloseTo(1)
})

test('a single slow piece of work among many is no slowness', () => {
  const slowness = createSlowness()
  look(slowness, 'send', 6)
  slowness.note('send', 500)
  expect(look(slowness, 'send', 6)).toBeCloseTo(1)
})

test('the slow first work of a process is forgotten within seconds', () => {
  const slowness = createSlowness()
  look(slowness, 'send', 60)
  for (let window = 0; window < 40; window += 1) look(slowness, 'send', 6)
  expect(look(slowness, 'send', 18)).toBeGreaterThan(2.5)
})
