import type { Executor, Transaction } from '@afterword/db/connection/client'
import { shop, shopDailyRun } from '@afterword/db/schema'
import { runDailyWork } from '@afterword/jobs/definitions/run-daily-work'
import { and, count, eq, gte, isNull, sql } from 'drizzle-orm'
import type { ServiceDeps } from '../../kernel/context.ts'
import { inTransaction } from '../../kernel/in-transaction.ts'
import { mostPerMinute } from '../schedule/internal/most-per-minute.ts'
import { loadPlan, openedDays, type Plan, windowOf } from '../schedule/plan.ts'
import { openingOf, slotAfter, slotShare } from '../schedule/internal/slot.ts'

/** Any number: one process at a time looks, so that a minute's bound holds for all of them together. */
const planningLock = 8_214_311
const minuteMs = 60_000

interface DueRun {
  readonly shopId: string
  readonly day: string
  readonly slotAt: Date
}

/** Shops whose slot of a day has come and whose run of that day is not noted. */
const findDue = async (db: Executor, plan: Plan, { day, now }: { day: string; now: Date }): Promise<DueRun[]> => {
  const window = windowOf(plan, day)
  const opening = openingOf(window, day)
  const shops = await db
    .select({ id: shop.id, createdAt: shop.createdAt })
    .from(shop)
    .leftJoin(shopDailyRun, and(eq(shopDailyRun.shopId, shop.id), eq(shopDailyRun.day, day)))
    .where(and(isNull(shop.uninstalledAt), isNull(shopDailyRun.shopId)))
  return shops.flatMap(({ id, createdAt }) => {
    const slotAt = slotAfter(opening, window.lengthMinutes, slotShare(id))
    // A new shop's first run is the first slot that it lives to see.
    return slotAt <= now && slotAt >= createdAt ? [{ shopId: id, day, slotAt }] : []
  })
}

/** How many more may be queued in this minute of the clock. */
const countRoom = async (tx: Transaction, plan: Plan, now: Date): Promise<number> => {
  const minute = new Date(Math.floor(now.getTime() / minuteMs) * minuteMs)
  const [shops] = await tx.select({ count: count() }).from(shop).where(isNull(shop.uninstalledAt))
  const [queued] = await tx.select({ count: count() }).from(shopDailyRun).where(gte(shopDailyRun.queuedAt, minute))
  const [today = ''] = openedDays(plan, now)
  const bound = mostPerMinute(shops?.count ?? 0, windowOf(plan, today).lengthMinutes)
  return Math.max(0, bound - (queued?.count ?? 0))
}

/**
 * Notes and queues the daily work of every shop whose slot has come, once for each shop and day however
 * many workers look: the key decides. No minute queues more than a minute of the window would in all
 * likelihood hold, so that work whose window passed while no worker ran is caught up with spread out as
 * well, the earliest slot first.
 *
 * @returns How many were queued.
 */
export const queueDailyRuns = async (deps: Pick<ServiceDeps, 'db' | 'jobs' | 'now'>): Promise<number> =>
  await inTransaction(deps, async (tx) => {
    const [lock] = await tx.execute<{ held: boolean }>(sql`select pg_try_advisory_xact_lock(${planningLock}) as held`)
    if (lock?.held !== true) return 0
    const now = deps.now()
    const plan = await loadPlan(tx)
    const due: DueRun[] = []
    for (const day of openedDays(plan, now)) due.push(...(await findDue(tx, plan, { day, now })))
    if (due.length === 0) return 0
    const room = await countRoom(tx, plan, now)
    const first = due.toSorted((a, b) => a.slotAt.getTime() - b.slotAt.getTime()).slice(0, room)
    if (first.length === 0) return 0
    const noted = await tx
      .insert(shopDailyRun)
      .values(first.map((run) => ({ ...run, queuedAt: now })))
      .onConflictDoNothing()
      .returning({ shopId: shopDailyRun.shopId, day: shopDailyRun.day })
    for (const run of noted) await deps.jobs.enqueue(tx, runDailyWork, run)
    return noted.length
  })
