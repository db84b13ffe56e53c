import { shop } from '@afterword/db/schema'
import { count, isNull } from 'drizzle-orm'
import { requireOperator } from '../../kernel/access.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { frameDay } from './internal/day-frame.ts'
import { loadDayBefore } from './internal/load-day-before.ts'
import { loadPlan, openedDays, windowOf } from './plan.ts'
import { addDays, dayAt } from './internal/zoned-time.ts'

/** `UTC` is missing from the list of some versions of ICU. */
const listTimeZones = (): string[] => [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])]

/** The window of daily work in force and the one to come, and what the day before looked like. @throws DomainError `permission.denied` */
export const getSchedule = async ({ ctx }: { ctx: ServiceContext }) => {
  requireOperator(ctx)
  const now = ctx.now()
  const plan = await loadPlan(ctx.db)
  const [newest] = plan
  const [today = ''] = openedDays(plan, now)
  const inForce = windowOf(plan, today)
  const isToCome = newest.effectiveFrom !== null && newest.effectiveFrom > today
  const [shops] = await ctx.db.select({ count: count() }).from(shop).where(isNull(shop.uninstalledAt))
  const { timeZone } = inForce
  return {
    version: newest.version,
    shopCount: shops?.count ?? 0,
    inForce,
    next: isToCome ? { window: newest.window, effectiveFrom: newest.effectiveFrom } : null,
    timeZones: listTimeZones(),
    dayBefore: await loadDayBefore(ctx.db, frameDay(addDays(dayAt(now, timeZone), -1), timeZone)),
  }
}
