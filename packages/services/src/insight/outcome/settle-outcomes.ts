import type { Executor } from '@afterword/db/connection/client'
import { settlingHours } from '@afterword/validation/incident/rules'
import { type SQL, sql } from 'drizzle-orm'

/** So long after its start an attempt's outcome can still come; then its submission counts as given up. */
export const settlingTime = sql.raw(`interval '${settlingHours} hours'`)

/** What arrived within five minutes of an attempt's start arrived by a retry, else later. */
const recoveredAt = (at: SQL): SQL =>
  sql`case when ${at} < a.started_at + interval '5 minutes' then 'recovered_by_retry' else 'recovered_later' end`

/**
 * Notes what became of the visitor's work behind each failed attempt. A review that is stored settles
 * it, no matter whose try stored it: within five minutes a retry, else later. Then what their browser told; for
 * calls that store nothing, a later call for the same page that worked. Who has none of these within a
 * day gave up, until the review arrives after all.
 */
export const settleOutcomes = async (db: Executor, now: Date): Promise<void> => {
  await db.execute(sql`
    update incident_attempt a set outcome = ${recoveredAt(sql`s.created_at`)}
    from review_submission s
    where s.submission_id = a.submission_id and a.outcome in ('open', 'gave_up')`)
  await db.execute(sql`
    update incident_attempt a set outcome = ${recoveredAt(sql`v.created_at`)}
    from review v
    where v.shop_id = a.shop_id and v.line_item_id = a.line_item_id and a.submission_id is not null
      and a.outcome in ('open', 'gave_up') and v.created_at > a.started_at - interval '1 minute'`)
  await db.execute(sql`
    update incident_attempt a set outcome = o.outcome
    from client_outcome o
    where a.outcome = 'open' and o.submission_id = a.submission_id`)
  await db.execute(sql`
    update incident_attempt a set outcome = ${recoveredAt(sql`later.at`)}
    from (
      select f.attempt_id, min(s.received_at) as at
      from incident_attempt f
      join server_attempt s on s.received_at > f.started_at and s.received_at < f.started_at + ${settlingTime}
        and s.attempt_id <> f.attempt_id and s.finished_at is not null and s.http_status < 400
        and s.review_request_id = f.review_request_id
      where f.outcome = 'open' and f.submission_id is null
      group by f.attempt_id) later
    where later.attempt_id = a.attempt_id and a.outcome = 'open'`)
  await db.execute(sql`
    update incident_attempt set outcome = 'gave_up'
    where outcome = 'open' and submission_id is not null
      and started_at < ${now.toISOString()}::timestamptz - ${settlingTime}`)
}
