import { openDatabase } from '@afterword/db/connection/client'
import { authEvent } from '@afterword/db/schema'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { eq, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { createEventLog } from './event-log.ts'
import type { SessionEvent } from './session-event.ts'

const { db, url } = await useTestDatabase({ maxConnections: 5 })
const holder = openDatabase({ url, maxConnections: 1 })
afterAll(holder.close)
const lost: SessionEvent[] = []
const { record } = createEventLog(db, (event) => void lost.push(event))

/** Holds the table until the result is called. */
const lock = async (): Promise<() => Promise<void>> => {
  const [isHeld, isOver] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const transaction = holder.db.transaction(async (tx) => {
    await tx.execute(sql`lock table auth_event in access exclusive mode`)
    isHeld.resolve()
    await isOver.promise
  })
  await isHeld.promise
  return async () => {
    isOver.resolve()
    await transaction
  }
}
const countWaiting = async (): Promise<number> => {
  const [row] = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query like '%into auth_event%'`)
  return row?.n ?? -1
}

test('however many events come while the table is locked, one connection waits for it, and none is lost', async () => {
  const unlock = await lock()
  const sessionId = randomUUID()
  const written = Array.from({ length: 60 }, async () => await record({ type: 'window', sessionId }))
  await expect.poll(countWaiting).toBe(1)
  // The other connections are free for everybody else.
  const others = await Promise.all(Array.from({ length: 20 }, async () => await db.execute(sql`select 1 as one`)))
  expect(others).toHaveLength(20)
  expect(await countWaiting()).toBe(1)
  await unlock()
  await Promise.all(written)
  expect(await db.select().from(authEvent).where(eq(authEvent.sessionId, sessionId))).toHaveLength(60)
  expect(lost).toEqual([])
})

test('what cannot be written is told one by one, what is too much at once as well, and the next is written', async () => {
  const sessionId = randomUUID()
  await record({ type: 'window', sessionId: 'no id' })
  expect(lost.splice(0)).toMatchObject([{ sessionId: 'no id' }])
  const many = Array.from({ length: 5_001 }, () => ({ type: 'window', sessionId }) as const)
  await record(...many)
  expect(lost).toHaveLength(1)
  await record({ type: 'reuse', sessionId })
  const rows = await db.select().from(authEvent).where(eq(authEvent.sessionId, sessionId))
  expect(rows).toHaveLength(5_001)
  expect(rows.at(-1)).toMatchObject({ type: 'reuse' })
})
