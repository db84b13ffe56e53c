import type { IncidentSummary } from '@afterword/validation/incident/schema'
import type { Executor } from '@afterword/db/connection/client'
import { incident } from '@afterword/db/schema'
import type { Verdict } from '@afterword/validation/incident/rules'
import { type SQL, sql } from 'drizzle-orm'
import { type IncidentFacts, incidentSentence, shortName } from './incident-sentence.ts'

interface Row extends IncidentFacts, Record<string, unknown> {
  readonly id: string
  readonly state: IncidentSummary['state']
  readonly last_text: string
  readonly people: number
}

const titles: Readonly<Record<Verdict, (procedure: string) => string>> = {
  lost_response: (procedure) => `Responses to ${procedure} were lost`,
  never_arrived: (procedure) => `Calls to ${procedure} never arrived`,
  aborted_by_visitor: (procedure) => `Visitors left during ${procedure}`,
  blocked_by_client: (procedure) => `Browsers refused to send ${procedure}`,
  offline: (procedure) => `Devices were offline during ${procedure}`,
  timed_out: (procedure) => `${procedure} took too long`,
  server_error: (procedure) => `${procedure} failed on the server`,
  rejected: (procedure) => `${procedure} was refused`,
  mail_scanner: () => 'Mail scanners opened the page',
  browser_noise: (procedure) => `Errors in the browser on ${procedure}`,
  unknown: (procedure) => `${procedure} failed for an unknown reason`,
}

export const titleOf = (verdict: Verdict, procedure: string): string => titles[verdict](shortName(procedure))

export const toSummary = (row: Row): IncidentSummary => ({
  id: row.id,
  title: titleOf(row.verdict, row.procedure),
  sentence: incidentSentence(row),
  verdict: row.verdict,
  state: row.state,
  procedure: row.procedure,
  firstAt: new Date(row.first_at),
  lastAt: new Date(row.last_at),
  attemptCount: row.attempts,
  peopleCount: row.people,
  recoveredCount: row.recovered,
  gaveUpCount: row.gave_up,
})

/** All tries at one item are one work, whatever they were sent as. */
const work = sql`case when a.submission_id is null then a.attempt_id else coalesce(a.line_item_id, a.submission_id) end`

/** Incidents with their figures, the one seen last first. */
export const selectIncidents = async (db: Executor, condition: SQL, limit: number): Promise<readonly Row[]> =>
  await db.execute<Row>(sql`
    select i.id, i.verdict, i.state, i.procedure, i.first_at, i.last_at, i.last_at::text as last_text,
      f.attempts, f.people, f.recovered, f.gave_up, f.shop_count, f.finished, f.slowest_ms,
      f.waited_ms, f.gave_up_orders, single.name as only_order, coalesce(single.items, 0) as order_items, f.items_hit,
      s.name as shop_name
    from (select * from ${incident} i where ${condition} order by last_at desc, id desc limit ${limit}) i
    left join shop s on s.id = i.shop_id
    cross join lateral (
      select count(*)::int as attempts,
        (select count(distinct coalesce(r.customer_id, o.customer_id))::int from incident_attempt h
          left join line_item l on l.shop_id = h.shop_id and l.id = h.line_item_id
          left join review_request r on r.shop_id = h.shop_id
            and (r.id = h.review_request_id or h.review_request_id is null and r.order_id = l.order_id)
          join shop_order o on o.shop_id = h.shop_id and o.id = coalesce(r.order_id, l.order_id)
          where h.incident_id = i.id and h.verdict <> 'mail_scanner') as people,
        count(distinct ${work})
          filter (where a.outcome in ('recovered_by_retry', 'recovered_later'))::int as recovered,
        count(distinct ${work}) filter (where a.outcome = 'gave_up')::int as gave_up,
        count(distinct a.shop_id)::int as shop_count,
        count(*) filter (where a.marks #>> '{server,finishedMs}' is not null)::int as finished,
        max((a.marks #>> '{server,finishedMs}')::float8) as slowest_ms,
        max((a.marks #>> '{client,durationMs}')::float8) as waited_ms,
        count(distinct a.line_item_id)::int as items_hit,
        coalesce((select array_agg(distinct o.name) from incident_attempt g
          left join review_request r on r.shop_id = g.shop_id and r.id = g.review_request_id
          left join line_item l on l.shop_id = g.shop_id and l.id = g.line_item_id
          join shop_order o on o.shop_id = g.shop_id and o.id = coalesce(r.order_id, l.order_id)
          where g.incident_id = i.id and g.outcome = 'gave_up' and o.name is not null), '{}') as gave_up_orders
      from incident_attempt a where a.incident_id = i.id) f
    left join lateral (
      select min(o.name) as name, (select count(*)::int from line_item l
        where l.shop_id = (min(o.shop_id::text))::uuid and l.order_id = (min(o.id::text))::uuid) as items
      from incident_attempt a
      left join review_request r on r.shop_id = a.shop_id and r.id = a.review_request_id
      left join line_item l on l.shop_id = a.shop_id and l.id = a.line_item_id
      left join shop_order o on o.shop_id = a.shop_id and o.id = coalesce(l.order_id, r.order_id)
      where a.incident_id = i.id having count(distinct o.id) = 1 and count(*) = count(o.id)) single on f.shop_count = 1
    order by i.last_at desc, i.id desc`)
