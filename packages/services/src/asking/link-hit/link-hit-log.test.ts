import { expect, test, vi } from 'vitest'
import { createLinkHitLog } from './link-hit-log.ts'
import type { LinkHit } from './record-link-hits.ts'

const hit = (at: number, code = 'a'): LinkHit => ({
  code,
  at: new Date(at),
  kind: 'opened',
  uaFamily: null,
  ipPrefix: '203.0.113.0/24',
})

test('hits are written in batches, not before a second has shown whether they are a pair', async () => {
  vi.useFakeTimers({ now: 0 })
  const batches: (readonly LinkHit[])[] = []
  const log = createLinkHitLog({
    write: async (hits) => void batches.push(hits),
    onError: () => undefined,
    now: () => new Date(),
  })
  log.add(hit(0))
  log.add(hit(0, 'b'))
  await vi.advanceTimersByTimeAsync(900)
  log.add(hit(900))
  await vi.advanceTimersByTimeAsync(5_000)
  expect(batches.map((batch) => batch.map(({ code, kind }) => `${code} ${kind}`))).toEqual([
    ['a scanned', 'b opened'],
    ['a scanned'],
  ])
  vi.useRealTimers()
})

test('a database that is away costs the hits, nothing else', async () => {
  const errors: unknown[] = []
  const log = createLinkHitLog({
    write: async () => {
      throw new Error('away')
    },
    onError: (error) => errors.push(error),
    now: () => new Date(),
  })
  for (let index = 0; index < 6_000; index += 1) log.add(hit(index * 2_000, String(index)))
  await log.close()
  expect(errors).toHaveLength(1)
})
