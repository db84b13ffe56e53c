import { scheduleWindow } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import type { ScheduleWindow } from '@afterword/validation/operations/schedule'
import { sql } from 'drizzle-orm'
import { requireOperator } from '../../kernel/access.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { inTransaction } from '../../kernel/in-transaction.ts'
import { writeOperatorAudit } from '../../kernel/operator-audit.ts'
import { firstFreeDay, loadPlan } from './plan.ts'

/**
 * Saves the window of daily work. It rules from the first day that has not begun, so that no shop's day
 * is skipped or done twice. The rows are kept: days that are over went by them.
 *
 * @throws DomainError `schedule.state_changed` when another one was saved since `baseVersion`,
 *   `permission.denied`
 */
export const saveSchedule = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: { readonly window: ScheduleWindow; readonly baseVersion: number }
}) => {
  const { userId } = requireOperator(ctx)
  const { window, baseVersion } = input
  const version = baseVersion + 1
  const effectiveFrom = firstFreeDay(await loadPlan(ctx.db), window, ctx.now())
  await inTransaction(ctx, async (tx) => {
    // Two who save upon one version meet at the key; a version that is not the newest finds no row here.
    const saved = await tx.execute(sql`
    insert into ${scheduleWindow}
      (version, effective_from, start_minute, length_minutes, time_zone, saved_by_user_id)
    select ${version}, ${effectiveFrom}::date, ${window.startMinute}, ${window.lengthMinutes}, ${window.timeZone},
      ${userId}::uuid
    where (select coalesce(max(version), 0) from ${scheduleWindow}) = ${baseVersion}
    on conflict do nothing
    returning version`)
    if (saved.length === 0) throw new DomainError('schedule.state_changed')
    await writeOperatorAudit(tx, ctx, {
      action: 'schedule.save',
      subject: String(version),
      details: { ...window, effectiveFrom },
    })
  })
  return { version, window, effectiveFrom }
}
