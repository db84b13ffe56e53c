import { scheduleWindow, serverAttempt, shopDailyRun } from '@afterword/db/schema'
import { createShop } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { defaultScheduleWindow } from '@afterword/validation/operations/schedule'
import { sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { makePartitionsOf } from '../../insight/attempt/keep-partitions.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { createMember, createReviewWorld } from '../../testing/review-world.ts'
import { getSchedule } from './get-schedule.ts'
import { loadPlan } from './plan.ts'
import { previewSchedule } from './preview-schedule.ts'
import { saveSchedule } from './save-schedule.ts'

const { db } = await useTestDatabase()
const world = createReviewWorld(db)
const operator = { kind: 'operator', userId: randomUUID(), sessionId: randomUUID() } as const
const noon = new Date('2026-11-25T12:00:00Z')
const ctx: ServiceContext = { ...world.contextOf(operator), now: () => noon }
const berlin = { startMinute: 420, lengthMinutes: 60, timeZone: 'Europe/Berlin' }
const created = new Date('2020-01-01T00:00:00Z')

beforeEach(async () => await db.execute(sql`truncate shop, schedule_window, server_attempt cascade`))

test('an operator alone may see and change the window', async () => {
  const shop = await createShop(db)
  const owner = await createMember(db, shop.id, 'owner')
  for (const [principal, code] of [
    [owner, 'permission.denied'],
    [{ kind: 'anonymous' }, 'access_token.missing'],
    [{ kind: 'system' }, 'permission.denied'],
  ] as const) {
    const other = { ...ctx, principal }
    await expect(getSchedule({ ctx: other })).rejects.toMatchObject({ code })
    await expect(previewSchedule({ ctx: other, input: berlin })).rejects.toMatchObject({ code })
    await expect(saveSchedule({ ctx: other, input: { window: berlin, baseVersion: 0 } })).rejects.toMatchObject({
      code,
    })
  }
  expect(await db.select().from(scheduleWindow)).toEqual([])
})

test('a saved window waits for the first day that has not begun, and its row says who saved it', async () => {
  expect(await getSchedule({ ctx })).toMatchObject({ version: 0, inForce: defaultScheduleWindow, next: null })
  const saved = await saveSchedule({ ctx, input: { window: berlin, baseVersion: 0 } })
  expect(saved).toEqual({ version: 1, window: berlin, effectiveFrom: '2026-11-26' })
  const next = { window: berlin, effectiveFrom: '2026-11-26' }
  expect(await getSchedule({ ctx })).toMatchObject({ version: 1, inForce: defaultScheduleWindow, next })
  const tomorrow = { ...ctx, now: () => new Date('2026-11-26T06:00:00Z') }
  expect(await getSchedule({ ctx: tomorrow })).toMatchObject({ version: 1, inForce: berlin, next: null })
  expect(await db.select().from(scheduleWindow)).toMatchObject([{ version: 1, savedByUserId: operator.userId }])
})

test('of two who save at once one wins, and the other is told', async () => {
  const outcomes = await Promise.allSettled(
    [1, 2, 3, 4].map(async (hours) => {
      const window = { ...berlin, lengthMinutes: hours * 60 }
      return await saveSchedule({ ctx, input: { window, baseVersion: 0 } })
    }),
  )
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'schedule.state_changed' })
  }
  const stale = saveSchedule({ ctx, input: { window: berlin, baseVersion: 0 } })
  await expect(stale).rejects.toMatchObject({ code: 'schedule.state_changed' })
  expect(await db.select().from(scheduleWindow)).toHaveLength(1)
})

test('many changes of one day leave the window that is in force alone', async () => {
  for (let version = 0; version < 15; version += 1) {
    await saveSchedule({ ctx, input: { window: { ...berlin, lengthMinutes: 30 + version }, baseVersion: version } })
  }
  expect((await loadPlan(db))[0].version).toBe(15)
  expect(await getSchedule({ ctx })).toMatchObject({
    inForce: defaultScheduleWindow,
    next: { window: { lengthMinutes: 44 } },
  })
})

test('the preview counts every shop once under both windows and says how full a minute gets', async () => {
  expect(await previewSchedule({ ctx, input: berlin })).toMatchObject({
    shopCount: 0,
    fullestMinute: { before: 0, after: 0 },
  })
  for (let made = 0; made < 40; made += 1) await createShop(db)
  await createShop(db, { uninstalledAt: created })
  const preview = await previewSchedule({ ctx, input: berlin })
  const sum = (side: 'before' | 'after'): number => preview.points.reduce((total, point) => total + point[side], 0)
  expect([preview.shopCount, sum('before'), sum('after')]).toEqual([40, 40, 40])
  expect(preview).toMatchObject({ day: '2026-11-26', effectiveFrom: '2026-11-26', timeZone: 'Europe/Berlin' })
  const inHours = (from: string, until: string): number =>
    preview.points
      .filter(({ at }) => at >= new Date(from) && at < new Date(until))
      .reduce((n, { after }) => n + after, 0)
  expect(inHours('2026-11-26T06:00:00Z', '2026-11-26T07:00:00Z')).toBe(40)
  expect(preview.fullestMinute.after).toBeGreaterThanOrEqual(1)
  expect(preview.fullestMinute.after).toBeLessThan(20)
  const pastMidnight = { ...berlin, startMinute: 1_400 }
  expect(await previewSchedule({ ctx, input: pastMidnight })).toMatchObject({
    day: '2026-11-27',
    effectiveFrom: '2026-11-26',
  })
})

test('the day before is that of the window’s zone, with the calls and the runs that started in each step', async () => {
  const shop = await createShop(db, { createdAt: created })
  await makePartitionsOf(db, ['2026-11-23', '2026-11-24', '2026-11-25'])
  const call = (at: string) => ({
    receivedAt: new Date(at),
    attemptId: randomUUID(),
    requestId: 'test',
    procedure: 'review.submit',
  })
  const receivedAt = ['2026-11-23T23:59:59Z', '2026-11-24T08:00:00Z', '2026-11-24T08:09:59Z', '2026-11-25T00:00:00Z']
  await db.insert(serverAttempt).values(receivedAt.map(call))
  const startedAt = new Date('2026-11-24T01:20:00Z')
  const counts = {
    ratingsChecked: 9,
    ratingsRepaired: 2,
    linksDeleted: 0,
    oldCodesDeleted: 0,
    draftsDeleted: 0,
    linkHitsDeleted: 0,
    runsDeleted: 0,
  }
  const run = { shopId: shop.id, day: '2026-11-24', slotAt: startedAt, queuedAt: startedAt, startedAt }
  await db.insert(shopDailyRun).values({ ...run, finishedAt: startedAt, outcome: 'done', counts })
  const { dayBefore } = await getSchedule({ ctx })
  expect(dayBefore).toMatchObject({ day: '2026-11-24', timeZone: 'UTC', done: 1, failed: 0, ratingsRepaired: 2 })
  expect(dayBefore.points).toHaveLength(144)
  expect(dayBefore.points.filter(({ calls, runs }) => calls + runs > 0)).toEqual([
    { at: new Date('2026-11-24T01:20:00Z'), calls: 0, runs: 1 },
    { at: new Date('2026-11-24T08:00:00Z'), calls: 2, runs: 0 },
  ])
})
