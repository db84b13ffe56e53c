import { shop } from '@afterword/db/schema'
import type { ScheduleWindow } from '@afterword/validation/operations/schedule'
import { isNull } from 'drizzle-orm'
import { requireOperator } from '../../kernel/access.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { countBySteps, frameDay } from './internal/day-frame.ts'
import { firstFreeDay, loadPlan, openedDays, windowOf } from './plan.ts'
import { fullestMinute, plannedStarts } from './internal/planned-starts.ts'
import { slotShare } from './internal/slot.ts'
import { addDays } from './internal/zoned-time.ts'

const minutesPerDay = 24 * 60

/** The first day on which every start belongs to the window: a window past midnight begins on the day before. */
const firstWholeDay = ({ startMinute, lengthMinutes }: ScheduleWindow, effectiveFrom: string): string =>
  addDays(effectiveFrom, startMinute + lengthMinutes > minutesPerDay ? 1 : 0)

/**
 * The starts of a day under the window in force and under another one, from the shops' real slots.
 *
 * @throws DomainError `permission.denied`
 */
export const previewSchedule = async ({ ctx, input }: { ctx: ServiceContext; input: ScheduleWindow }) => {
  requireOperator(ctx)
  const now = ctx.now()
  const plan = await loadPlan(ctx.db)
  const [today = ''] = openedDays(plan, now)
  const effectiveFrom = firstFreeDay(plan, input, now)
  const shops = await ctx.db.select({ id: shop.id }).from(shop).where(isNull(shop.uninstalledAt))
  const shares = shops.map(({ id }) => slotShare(id))
  const frame = frameDay(firstWholeDay(input, effectiveFrom), input.timeZone)
  const starts = {
    before: plannedStarts(windowOf(plan, today), frame, shares),
    after: plannedStarts(input, frame, shares),
  }
  const [before, after] = [countBySteps(frame, starts.before), countBySteps(frame, starts.after)]
  return {
    shopCount: shops.length,
    effectiveFrom,
    day: frame.day,
    timeZone: frame.timeZone,
    stepMinutes: frame.stepMinutes,
    points: frame.steps.map((at, step) => ({ at, before: before[step] ?? 0, after: after[step] ?? 0 })),
    fullestMinute: { before: fullestMinute(starts.before), after: fullestMinute(starts.after) },
  }
}
