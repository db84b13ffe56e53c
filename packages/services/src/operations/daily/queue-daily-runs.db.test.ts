import { shop, shopDailyRun } from '@afterword/db/schema'
import { createShop } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { migrateJobs } from '@afterword/jobs/migrate-jobs'
import { defaultScheduleWindow, type ScheduleWindow } from '@afterword/validation/operations/schedule'
import { count, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openJobQueue } from '../../kernel/job-queue.ts'
import { mostPerMinute } from '../schedule/internal/most-per-minute.ts'
import { openedDays, loadPlan } from '../schedule/plan.ts'
import { saveSchedule } from '../schedule/save-schedule.ts'
import { addDays, zonedInstant } from '../schedule/internal/zoned-time.ts'
import { createRecordingQueue } from '../../testing/platform-shop.ts'
import { createReviewWorld } from '../../testing/review-world.ts'
import { queueDailyRuns } from './queue-daily-runs.ts'
import { requeueLostRuns } from './requeue-lost-runs.ts'

const { db, url } = await useTestDatabase()
const world = createReviewWorld(db)
const queue = openJobQueue(db, () => undefined)
const longAgo = new Date('2020-01-01T00:00:00Z')
const minuteMs = 60_000

beforeAll(async () => {
  await migrateJobs(url)
  await queue.start()
})
afterAll(async () => await queue.stop())
beforeEach(async () => {
  await db.execute(sql`truncate shop, schedule_window cascade`)
  await db.execute(sql`delete from pgboss.job`)
})

const createShops = async (number: number): Promise<void> => {
  const [first] = [await createShop(db, { createdAt: longAgo })]
  await db.insert(shop).values(
    Array.from({ length: number - 1 }, () => ({
      ...first,
      id: randomUUID(),
      accessCode: randomUUID(),
      domain: randomUUID(),
    })),
  )
}
const tickAt = async (now: Date, jobs = createRecordingQueue().queue): Promise<number> =>
  await queueDailyRuns({ db, jobs, now: () => now })
const save = async (window: ScheduleWindow, now: Date): Promise<string> => {
  const ctx = world.contextOf({ kind: 'operator', userId: randomUUID(), sessionId: randomUUID() })
  const [{ version }] = await loadPlan(db)
  const input = { window, baseVersion: version }
  return (await saveSchedule({ ctx: { ...ctx, now: () => now }, input })).effectiveFrom
}
/** Shops with a run of a day, by day. */
const countByDay = async (): Promise<Record<string, number>> => {
  const rows = await db.select({ day: shopDailyRun.day, count: count() }).from(shopDailyRun).groupBy(shopDailyRun.day)
  return Object.fromEntries(rows.map((row) => [row.day, row.count]))
}

test('workers that tick at once queue each shop’s daily work exactly once', async () => {
  await createShops(20)
  const now = new Date('2026-11-25T05:30:00Z')
  for (let minute = 0; minute < 3; minute += 1) {
    const at = new Date(now.getTime() + minute * minuteMs)
    await Promise.all(Array.from({ length: 8 }, async () => await tickAt(at, queue.jobs)))
  }
  expect(await countByDay()).toEqual({ '2026-11-24': 20, '2026-11-25': 20 })
  const jobs = await db.execute<{ jobs: number; runs: number }>(sql`
    select count(*)::int as jobs, count(distinct data)::int as runs from pgboss.job where name = 'run-daily-work'`)
  expect(jobs[0]).toEqual({ jobs: 40, runs: 40 })
})

test('a shop’s work waits for its slot', async () => {
  await createShops(60)
  await tickAt(new Date('2026-11-25T00:59:00Z'))
  await db.delete(shopDailyRun)
  await db.update(shop).set({ createdAt: new Date('2026-11-25T00:59:00Z') })
  for (let minute = 0; minute <= 250; minute += 10) {
    const now = new Date(Date.parse('2026-11-25T01:00:00Z') + minute * minuteMs)
    await tickAt(now)
    const late = await db.select({ slotAt: shopDailyRun.slotAt }).from(shopDailyRun)
      .where(sql`${shopDailyRun.slotAt} > ${shopDailyRun.queuedAt}
        or ${shopDailyRun.slotAt} <= ${shopDailyRun.queuedAt} - interval '10 minutes'`)
    expect(late).toEqual([])
  }
  expect(await countByDay()).toEqual({ '2026-11-25': 60 })
})

test('what was missed while no worker ran is caught up with, no minute above the bound, the earliest first', async () => {
  await createShops(300)
  const bound = mostPerMinute(300, defaultScheduleWindow.lengthMinutes)
  expect(bound).toBeLessThan(30)
  let now = Date.parse('2026-11-25T09:00:00Z')
  let queued = 0
  while (queued < 600) {
    // Two workers in each minute, at different seconds of it.
    const both = [await tickAt(new Date(now)), await tickAt(new Date(now + 30_000))]
    expect(both[0]).toBe(Math.min(bound, 600 - queued))
    expect(both[1]).toBe(0)
    queued += (both[0] ?? 0) + (both[1] ?? 0)
    now += minuteMs
  }
  expect(await countByDay()).toEqual({ '2026-11-24': 300, '2026-11-25': 300 })
  const order = await db.select().from(shopDailyRun).orderBy(shopDailyRun.queuedAt, shopDailyRun.slotAt)
  expect(order.map(({ slotAt }) => slotAt.getTime())).toEqual(
    order.map(({ slotAt }) => slotAt.getTime()).toSorted((a, b) => a - b),
  )
})

test('a shop that uninstalled, or came after its slot, gets no run', async () => {
  await createShop(db, { createdAt: longAgo, uninstalledAt: new Date('2026-11-20T00:00:00Z') })
  await createShop(db, { createdAt: new Date('2026-11-25T12:00:00Z') })
  expect(await tickAt(new Date('2026-11-25T13:00:00Z'))).toBe(0)
  expect(await tickAt(new Date('2026-11-26T05:00:00Z'))).toBe(1)
})

/** Ticks every half hour from one instant to another; changes are saved on their way. */
const tickThrough = async (from: string, until: string, changes: Readonly<Record<string, ScheduleWindow>> = {}) => {
  for (let at = Date.parse(from); at < Date.parse(until); at += 30 * minuteMs) {
    const now = new Date(at)
    const change = changes[now.toISOString().slice(0, 16)]
    if (change !== undefined) await save(change, now)
    await tickAt(now)
  }
}

test('a changed window neither skips nor repeats a shop’s day', async () => {
  await createShops(40)
  await db.update(shop).set({ createdAt: new Date('2026-11-25T00:00:00Z') })
  await tickThrough('2026-11-25T00:00:00Z', '2026-11-30T12:00:00Z', {
    // While the day's window is open, to one that has passed; then across the date line and back; twice in a row.
    '2026-11-25T03:00': { startMinute: 0, lengthMinutes: 60, timeZone: 'UTC' },
    '2026-11-26T12:00': { startMinute: 600, lengthMinutes: 1_440, timeZone: 'Pacific/Kiritimati' },
    '2026-11-27T23:00': { startMinute: 60, lengthMinutes: 240, timeZone: 'Pacific/Pago_Pago' },
    '2026-11-28T06:00': { startMinute: 120, lengthMinutes: 90, timeZone: 'Europe/Berlin' },
    '2026-11-28T06:30': { startMinute: 130, lengthMinutes: 90, timeZone: 'Europe/Berlin' },
  })
  const days = await countByDay()
  const last = openedDays(await loadPlan(db), new Date('2026-11-30T11:30:00Z'))[0] ?? ''
  expect(last).toBe('2026-11-30')
  const expected = [0, 1, 2, 3, 4, 5].map((index) => [addDays('2026-11-25', index), 40])
  expect(days).toEqual(Object.fromEntries(expected))
})

test.each([
  ['loses', '2026-03-29', 23],
  ['gains', '2026-10-25', 25],
] as const)('in a night that %s an hour each shop still runs once a day', async (_, changed, hours) => {
  await createShops(30)
  const window = { startMinute: 120, lengthMinutes: 120, timeZone: 'Europe/Berlin' }
  const eve = addDays(changed, -1)
  await save(window, new Date('2026-01-01T12:00:00Z'))
  await db.update(shop).set({ createdAt: zonedInstant(eve, 0, window.timeZone) })
  const [from, until] = [zonedInstant(eve, 0, window.timeZone), zonedInstant(addDays(changed, 2), 0, window.timeZone)]
  expect((until.getTime() - from.getTime()) / 3_600_000).toBe(48 + hours)
  await tickThrough(from.toISOString(), until.toISOString())
  expect(await countByDay()).toEqual({ [eve]: 30, [changed]: 30, [addDays(changed, 1)]: 30 })
})

test('a run whose job was lost is put back, and one that is under way or done is not', async () => {
  const [lost, fresh, done, gone] = [
    await createShop(db),
    await createShop(db),
    await createShop(db),
    await createShop(db, { uninstalledAt: longAgo }),
  ]
  const now = new Date('2026-11-25T12:00:00Z')
  const ago = (minutes: number): Date => new Date(now.getTime() - minutes * minuteMs)
  const run = { day: '2026-11-25', slotAt: ago(300), queuedAt: ago(300) }
  await db.insert(shopDailyRun).values([
    { ...run, shopId: lost.id, startedAt: ago(61), attempts: 2 },
    { ...run, shopId: fresh.id, startedAt: ago(59), attempts: 1 },
    { ...run, shopId: done.id, startedAt: ago(300), finishedAt: ago(299), outcome: 'done' as const },
    { ...run, shopId: gone.id },
  ])
  for (let tick = 0; tick < 3; tick += 1) await requeueLostRuns({ db, jobs: queue.jobs, now: () => now })
  const jobs = await db.execute<{ data: unknown }>(sql`select data from pgboss.job where name = 'run-daily-work'`)
  expect(jobs.map(({ data }) => data)).toEqual([{ shopId: lost.id, day: '2026-11-25' }])
})
