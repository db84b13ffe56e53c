import { incident } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import type { OperatorAction } from '@afterword/validation/audit/actions'
import type { IncidentState } from '@afterword/validation/incident/rules'
import { eq, sql } from 'drizzle-orm'
import { requireOperator } from '../../kernel/access.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { inTransaction } from '../../kernel/in-transaction.ts'
import { writeOperatorAudit } from '../../kernel/operator-audit.ts'

const actions = {
  open: 'incident.reopen',
  muted: 'incident.mute',
  resolved: 'incident.resolve',
} as const satisfies Record<IncidentState, OperatorAction>

/** Lets an incident be quiet, ends it, or takes that back. @throws DomainError `incident.not_found`, `permission.denied` */
export const changeIncidentState = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: { readonly incidentId: string; readonly state: IncidentState }
}): Promise<void> => {
  requireOperator(ctx)
  const { incidentId, state } = input
  await inTransaction(ctx, async (tx) => {
    const isIt = eq(incident.id, incidentId)
    const [before] = await tx.select({ state: incident.state }).from(incident).where(isIt).for('update')
    if (before === undefined) throw new DomainError('incident.not_found')
    await tx
      .update(incident)
      .set({ state, ...(state === 'resolved' ? { resolvedAt: sql`clock_timestamp()` } : {}) })
      .where(isIt)
    await writeOperatorAudit(tx, ctx, {
      action: actions[state],
      subject: incidentId,
      details: { from: before.state, to: state },
    })
  })
}
