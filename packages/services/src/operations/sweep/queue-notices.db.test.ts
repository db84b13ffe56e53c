import { authEvent } from '@afterword/db/schema'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { createReviewWorld } from '../../testing/review-world.ts'
import { queueNotices } from './queue-notices.ts'

const { db } = await useTestDatabase({ maxConnections: 10 })
const { deps, jobs } = createReviewWorld(db)

const note = async (userId: string, type: 'password_changed' | 'reuse', count = 1): Promise<number> => {
  const rows = Array.from({ length: count }, () => ({ type, userId }))
  const noted = await db.insert(authEvent).values(rows).returning({ id: authEvent.id })
  return Math.max(...noted.map(({ id }) => id))
}
const told = (): unknown[] => jobs.map(({ data }) => (data as { authEventId: number }).authEventId)
const letPass = async (interval: string): Promise<void> => {
  await db
    .update(authEvent)
    .set({ noticeQueuedAt: sql`notice_queued_at - ${interval}::interval` })
    .where(isNotNull(authEvent.noticeQueuedAt))
}

test('many events of a kind are told by one mail an hour, of the latest; none stays untold', async () => {
  const [userId, other] = [randomUUID(), randomUUID()]
  const latest = await note(userId, 'password_changed', 20)
  const others = [await note(userId, 'reuse'), await note(other, 'password_changed')]
  expect(await queueNotices(deps)).toBe(3)
  expect(new Set(told())).toEqual(new Set([latest, ...others]))
  const later = await note(userId, 'password_changed', 20)
  await letPass('59 minutes')
  expect(await queueNotices(deps)).toBe(0)
  await letPass('2 minutes')
  expect(await queueNotices(deps)).toBe(1)
  expect(told().at(-1)).toBe(later)
  const untold = and(eq(authEvent.userId, userId), isNull(authEvent.noticeQueuedAt))
  expect(await db.$count(authEvent, untold)).toBe(0)
})

test('of ten workers that look at once one tells', async () => {
  await note(randomUUID(), 'reuse')
  const counts = await Promise.all(Array.from({ length: 10 }, async () => await queueNotices(deps)))
  expect(counts.toSorted((a, b) => a - b)).toEqual([...Array<number>(9).fill(0), 1])
})

test('one person’s many events do not keep others waiting', async () => {
  const noisy = randomUUID()
  await note(noisy, 'password_changed')
  await queueNotices(deps)
  await note(noisy, 'password_changed', 300)
  const other = await note(randomUUID(), 'reuse')
  expect(await queueNotices(deps)).toBe(1)
  expect(told().at(-1)).toBe(other)
})
