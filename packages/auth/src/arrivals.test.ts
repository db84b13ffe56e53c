import { expect, test } from 'vitest'
import { createArrivals } from './arrivals.ts'

const notes: number[] = []
const note = (gen: number) => async (): Promise<void> => void notes.push(gen)

test('a generation is noted once, again when it could not be, and again when so many came since', async () => {
  const { see } = createArrivals(2)
  const at = (gen: number) => ({ sessionId: 'one', gen })
  for (let time = 0; time < 100; time += 1) see(at(1), note(1))
  expect(notes).toEqual([1])
  see(at(2), async () => await Promise.reject(new Error('away')))
  await new Promise(setImmediate)
  see(at(2), note(2))
  see({ sessionId: 'other', gen: 2 }, note(2))
  see(at(1), note(1))
  expect(notes).toEqual([1, 2, 2, 1])
})

test('what has been forgotten is noted again', () => {
  const { see, forget } = createArrivals(2)
  const again: number[] = []
  for (const isFirst of [true, false]) {
    see({ sessionId: 'one', gen: 1 }, async () => void again.push(1))
    if (isFirst) forget()
  }
  expect(again).toEqual([1, 1])
})
