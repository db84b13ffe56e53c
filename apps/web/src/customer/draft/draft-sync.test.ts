import type { SavedDraft } from '@afterword/validation/review/submit'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createDraftSync, type DraftSyncDeps } from './draft-sync.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const typed = { rating: 3, title: '', body: 'So', authorName: 'Mina' }
class Refused extends Error {}
class Busy extends Error {}

/** A sync whose calls end with the given answers, one after the other. */
const start = (answers: readonly (SavedDraft | Error)[], known = { version: 0, unanswered: 0 }) => {
  const bases: number[] = []
  const seen: [number, boolean][] = []
  const deps: DraftSyncDeps = {
    read: () => typed,
    async save({ baseVersion }) {
      bases.push(baseVersion)
      const answer = answers[bases.length - 1] ?? { version: baseVersion + 1, wasChangedElsewhere: false }
      if (answer instanceof Error) throw answer
      return await Promise.resolve(answer)
    },
    isFinal: (error) => error instanceof Refused,
    retryAfterMs: (error) => (error instanceof Busy ? 30_000 : 0),
    onSaved: (version, isForeign) => seen.push([version, isForeign]),
  }
  return { sync: createDraftSync(deps, known), bases, seen }
}

test('the server is told within two seconds of a pause, once for many keys', async () => {
  const { sync, bases } = start([])
  for (let key = 0; key < 5; key += 1) sync.touch()
  expect(sync.isClean()).toBe(false)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(bases).toEqual([0])
  expect(sync.isClean()).toBe(true)
  sync.touch()
  await vi.advanceTimersByTimeAsync(2_000)
  expect(bases).toEqual([0, 1])
})

test('a page that is left sends at once what is not sent, and nothing when all is', async () => {
  const { sync, bases } = start([])
  sync.flush()
  expect(bases).toEqual([])
  sync.touch()
  sync.flush()
  expect(bases).toEqual([0])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(bases).toEqual([0])
})

test('a save that failed is tried again by itself, and a lost answer is not taken for another device', async () => {
  const { sync, bases, seen } = start([new Error('lost'), { version: 2, wasChangedElsewhere: true }])
  sync.touch()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(bases).toEqual([0, 0])
  expect(seen).toEqual([[2, false]])
})

test('another device’s version is noticed', async () => {
  const { sync, seen } = start([{ version: 5, wasChangedElsewhere: true }], { version: 3, unanswered: 0 })
  sync.touch()
  await vi.advanceTimersByTimeAsync(2_000)
  expect(seen).toEqual([[5, true]])
})

test('a busy server is left alone for as long as it asks', async () => {
  const { sync, bases } = start([new Busy()])
  sync.touch()
  await vi.advanceTimersByTimeAsync(20_000)
  sync.touch()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(bases).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(bases).toHaveLength(2)
})

test('a refusal, or a review that is there, ends it', async () => {
  for (const answer of [new Refused(), { version: null, wasChangedElsewhere: false }]) {
    const { sync, bases } = start([answer])
    sync.touch()
    await vi.advanceTimersByTimeAsync(10_000)
    sync.touch()
    await vi.advanceTimersByTimeAsync(100_000)
    expect(bases).toHaveLength(1)
  }
})

test('while the review itself is on its way nothing is sent; when it was refused it goes on', async () => {
  const { sync, bases } = start([])
  sync.touch()
  sync.pause()
  sync.touch()
  sync.flush()
  await vi.advanceTimersByTimeAsync(100_000)
  expect(bases).toEqual([])
  sync.resume()
  await vi.advanceTimersByTimeAsync(2_000)
  expect(bases).toEqual([0])
})

test('what was sent while the page was left is not taken for another device’s after a reload', async () => {
  const left = start([new Error('the page is gone')], { version: 3, unanswered: 0 })
  left.sync.touch()
  left.sync.flush()
  expect(left.sync.unanswered()).toBe(1)
  const { sync, seen } = start([{ version: 5, wasChangedElsewhere: true }], { version: 3, unanswered: 1 })
  sync.touch()
  await vi.advanceTimersByTimeAsync(2_000)
  expect(seen).toEqual([[5, false]])
})
