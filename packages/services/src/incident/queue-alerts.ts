import { userAccount } from '@afterword/db/schema'
import type { Transaction } from '@afterword/db/client'
import { sendAlert } from '@afterword/jobs/definitions/send-alert'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { ServiceDeps } from '../context.ts'

/** An incident is told of again when it has grown this many times. */
const growth = 5

interface Due extends Record<string, unknown> {
  readonly id: string
  readonly reason: 'new' | 'grows' | 'gave_up'
}

/** Takes what is due in the statement that notes it as told: once each, however many workers look. */
const takeDue = async (tx: Transaction): Promise<readonly Due[]> => {
  const grown = await tx.execute<Due>(sql`
    update incident i set alerted_count = f.attempts
    from (select incident_id, count(*)::int as attempts from incident_attempt group by 1) f
    where f.incident_id = i.id and i.state = 'open'
      and (i.alerted_count = 0 or f.attempts >= i.alerted_count * ${growth})
      and i.last_at > now() - interval '2 days'
    returning i.id, case when old.alerted_count = 0 then 'new' else 'grows' end as reason`)
  const givenUp = await tx.execute<Due>(sql`
    update incident i set gave_up_alerted_at = now()
    where i.state = 'open' and i.gave_up_alerted_at is null and i.last_at > now() - interval '4 days'
      and exists (select from incident_attempt a where a.incident_id = i.id and a.outcome = 'gave_up')
    returning i.id, 'gave_up' as reason`)
  return [...grown, ...givenUp]
}

/**
 * Queues what the operator must hear of: a new incident, one that has grown fivefold, one by which a
 * customer gave up. Each once, to every operator by mail and to the webhook where one is set.
 *
 * @returns how many were due
 */
export const queueAlerts = async (
  { db, jobs }: Pick<ServiceDeps, 'db' | 'jobs'>,
  options: { readonly hasWebhook: boolean },
): Promise<number> =>
  await db.transaction(async (tx) => {
    const due = await takeDue(tx)
    if (due.length === 0) return 0
    const operators = await tx
      .select({ id: userAccount.id })
      .from(userAccount)
      .where(and(eq(userAccount.isOperator, true), isNull(userAccount.disabledAt)))
    const receivers = [...operators.map(({ id }) => id), ...(options.hasWebhook ? [null] : [])]
    for (const { id, reason } of due) {
      for (const userId of receivers) await jobs.enqueue(tx, sendAlert, { incidentId: id, reason, userId })
    }
    return due.length
  })
