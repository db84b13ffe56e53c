import { logUsage, serverAttempt } from '@afterword/db/schema'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { createAttemptRecorder } from './attempt-recorder.ts'
import { loadLogGaps } from './internal/load-log-gaps.ts'
import { createLogQuotas, withinQuota } from './log-quota.ts'

const { db } = await useTestDatabase()
beforeEach(async () => {
  await db.delete(logUsage)
  await db.delete(serverAttempt)
})

/** A hundred rows in all, five of one network. */
const quota = { rows: 100, bytes: 1_000_000 }
const now = new Date()
const from = (place: string | null, count: number) => Array.from({ length: count }, () => ({ place }))
const keep = async (rows: readonly { place: string | null }[], limits = quota) =>
  await db.transaction(
    async (tx) => await withinQuota(tx, { log: 'reports', quota: limits, now, rows, place: (row) => row.place }),
  )
const usageOf = async (place: string) =>
  (await db.select().from(logUsage).where(eq(logUsage.place, place))).map(({ day: _day, ...row }) => row)[0]

test('a network that has used up its share keeps no more rows; others still do, and refused rows are counted', async () => {
  expect(await keep(from('192.0.2.0/24', 5))).toHaveLength(5)
  expect(await keep([...from('192.0.2.0/24', 3), ...from('198.51.100.0/24', 2)])).toHaveLength(2)
  expect(await usageOf('192.0.2.0/24')).toMatchObject({ rows: 8, refusedRows: 3 })
  expect(await usageOf('198.51.100.0/24')).toMatchObject({ rows: 2, refusedRows: 0, fullSince: null })
  expect(await usageOf('*')).toMatchObject({ rows: 7, fullSince: null })
})

test('many networks together keep no more than the day’s quota, and callers without an address share one count', async () => {
  for (let network = 0; network < 19; network += 1) await keep(from(`203.0.${network}.0/24`, 5))
  expect(await keep(from(null, 5))).toHaveLength(5)
  expect(await keep(from(null, 1))).toEqual([])
  expect(await keep(from('198.51.100.0/24', 1))).toEqual([])
})

test('bytes are bounded as rows are', async () => {
  const small = { rows: 1_000_000, bytes: 20 * 60 }
  expect(await keep(from('192.0.2.0/24', 2), small)).toHaveLength(2)
  expect(await keep(from('192.0.2.0/24', 2), small)).toEqual([])
})

test('twenty callers at once keep no row beyond the share of their network', async () => {
  const kept = await Promise.all(Array.from({ length: 20 }, async () => await keep(from('192.0.2.0/24', 1))))
  expect(kept.flat()).toHaveLength(5)
})

test('what is kept follows from the megabytes a day, two thirds of it for the server’s own log', () => {
  const quotas = createLogQuotas(3)
  expect(quotas.attempts.bytes).toBe(2 * 1024 * 1024)
  expect(quotas.reports).toEqual(quotas.browser_reports)
})

test('the log of attempts says since when it may lack calls, of the network that filled it and of no other', async () => {
  const recorder = createAttemptRecorder({ db, now: () => now, onLoss: () => undefined, quota })
  const place = '192.0.2.0/24'
  for (let index = 0; index < 8; index += 1) {
    recorder.add({
      receivedAt: now,
      attemptId: randomUUID(),
      requestId: 'r',
      procedure: 'customer.review.submit',
      place,
    })
  }
  await recorder.stop()
  expect(await db.select().from(serverAttempt)).toHaveLength(0)
  const isOverQuota = await loadLogGaps(
    db,
    [place, '198.51.100.0/24'].map((each) => ({ place: each, startedAt: now })),
  )
  expect(isOverQuota(place, now.getTime())).toBe(true)
  expect(isOverQuota(place, now.getTime() - 10 * 60_000)).toBe(false)
  expect(isOverQuota('198.51.100.0/24', now.getTime())).toBe(false)
})
