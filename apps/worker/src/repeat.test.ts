import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { repeat } from './repeat.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a run that takes longer than the interval is never beside another, and a stop waits for it', async () => {
  const events: string[] = []
  let finish = (): void => undefined
  const work = async (): Promise<void> => {
    events.push('begin')
    await new Promise<void>((resolve) => (finish = resolve))
    events.push('end')
  }
  const stop = repeat({ intervalMs: 10, work, onError: () => undefined })
  await vi.advanceTimersByTimeAsync(25)
  expect(events).toEqual(['begin'])
  finish()
  await vi.advanceTimersByTimeAsync(0)
  expect(events).toEqual(['begin', 'end', 'begin'])
  const stopped = stop().then(() => events.push('stopped'))
  finish()
  await stopped
  await vi.advanceTimersByTimeAsync(100)
  expect(events).toEqual(['begin', 'end', 'begin', 'end', 'stopped'])
})

test('a run that fails is told, and the next one comes', async () => {
  const failures: unknown[] = []
  let runs = 0
  const stop = repeat({
    intervalMs: 10,
    async work() {
      runs += 1
      throw new Error(`run ${runs}`)
    },
    onError: (error) => failures.push(error),
  })
  await vi.advanceTimersByTimeAsync(20)
  await stop()
  expect(failures).toEqual([new Error('run 1'), new Error('run 2')])
})
