import { operatorAlert, userAccount } from '@afterword/db/schema'
import type { Transaction } from '@afterword/db/connection/client'
import { sendAlert } from '@afterword/jobs/definitions/send-alert'
import type { AlertReason } from '@afterword/validation/incident/rules'
import { sendAlertDigest } from '@afterword/jobs/definitions/send-alert-digest'
import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import type { ServiceDeps } from '../../kernel/context.ts'
import { planAlerts } from './internal/plan-alerts.ts'

/** An incident is told of again when it has grown this many times. */
const growth = 5

interface Due extends Record<string, unknown> {
  readonly id: string
  readonly reason: AlertReason
}

/** Who is told: an operator by mail, or, as null, the webhook. */
type Receiver = string | null

/** Any number: one process queues alerts at a time, so that none counts an hour another is just filling. */
const alertLock = 8_214_311

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

const listReceivers = async (tx: Transaction, hasWebhook: boolean): Promise<readonly Receiver[]> => {
  const operators = await tx
    .select({ id: userAccount.id })
    .from(userAccount)
    .where(and(eq(userAccount.isOperator, true), isNull(userAccount.disabledAt)))
  return [...operators.map(({ id }) => id), ...(hasWebhook ? [null] : [])]
}

const isFor = (receiver: Receiver) =>
  receiver === null ? isNull(operatorAlert.userId) : eq(operatorAlert.userId, receiver)

const loadWaiting = async (tx: Transaction, receiver: Receiver) => {
  const { id, incidentId, reason } = operatorAlert
  return await tx
    .select({ id, incidentId, reason })
    .from(operatorAlert)
    .where(and(isFor(receiver), isNull(operatorAlert.toldAt), isNotNull(incidentId)))
    .orderBy(operatorAlert.createdAt, operatorAlert.id)
}

/** What a receiver has been told within the last hour. */
const loadTold = async (tx: Transaction, receiver: Receiver) => {
  const [told] = await tx
    .select({
      singles: sql<number>`count(*) filter (where ${operatorAlert.digestId} is null)::int`,
      hasDigest: sql<boolean>`coalesce(bool_or(${operatorAlert.digestId} is not null), false)`,
    })
    .from(operatorAlert)
    .where(and(isFor(receiver), sql`${operatorAlert.toldAt} > clock_timestamp() - interval '1 hour'`))
  return told ?? { singles: 0, hasDigest: false }
}

const markTold = async (tx: Transaction, ids: readonly string[], digestId: string | null): Promise<void> => {
  await tx
    .update(operatorAlert)
    .set({ toldAt: sql`clock_timestamp()`, digestId })
    .where(inArray(operatorAlert.id, [...ids]))
}

const tell = async ({ jobs }: Pick<ServiceDeps, 'jobs'>, tx: Transaction, userId: Receiver): Promise<void> => {
  const waiting = await loadWaiting(tx, userId)
  if (waiting.length === 0) return
  const { singles, digest, needless } = planAlerts(waiting, await loadTold(tx, userId))
  if (needless.length > 0) await tx.delete(operatorAlert).where(inArray(operatorAlert.id, idsOf(needless)))
  for (const { incidentId, reason } of singles) {
    if (incidentId !== null) await jobs.enqueue(tx, sendAlert, { incidentId, reason, userId })
  }
  if (singles.length > 0) await markTold(tx, idsOf(singles), null)
  if (digest.length === 0) return
  const digestId = randomUUID()
  await markTold(tx, idsOf(digest), digestId)
  await jobs.enqueue(tx, sendAlertDigest, { digestId, userId })
}

const idsOf = (alerts: readonly { readonly id: string }[]): string[] => alerts.map(({ id }) => id)

/**
 * Queues what the operator must hear of: a new incident, one that has grown fivefold, one by which a
 * customer gave up. Each once, to every operator by mail and to the webhook where one is set; beyond a few
 * an hour together, in a digest. What is due for several reasons at once is told for the most urgent one.
 *
 * @returns how many were due
 */
export const queueAlerts = async (
  { db, jobs }: Pick<ServiceDeps, 'db' | 'jobs'>,
  options: { readonly hasWebhook: boolean },
): Promise<number> =>
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${alertLock})`)
    const due = await takeDue(tx)
    const receivers = await listReceivers(tx, options.hasWebhook)
    const rows = due.flatMap(({ id, reason }) => receivers.map((userId) => ({ incidentId: id, reason, userId })))
    if (rows.length > 0) await tx.insert(operatorAlert).values(rows)
    for (const receiver of receivers) await tell({ jobs }, tx, receiver)
    return due.length
  })
