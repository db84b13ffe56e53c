import type { Executor } from '@afterword/db/client'
import { incident } from '@afterword/db/schema'
import type { Verdict } from '@afterword/validation/incident'
import { type SQL, sql } from 'drizzle-orm'

/** An incident with its figures. */
export interface IncidentSummary extends Record<string, unknown> {
  readonly id: string
  readonly title: string
  readonly sentence: string
  readonly verdict: Verdict
  readonly state: 'open' | 'muted' | 'resolved'
  readonly procedure: string
  readonly firstAt: Date
  readonly lastAt: Date
  readonly attemptCount: number
  readonly peopleCount: number
  /** Works (tries of one submission are one) that arrived in the end. */
  readonly recoveredCount: number
  readonly gaveUpCount: number
}

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly verdict: Verdict
  readonly state: IncidentSummary['state']
  readonly procedure: string
  readonly first_at: string
  readonly last_at: string
  readonly last_text: string
  readonly attempts: number
  readonly people: number
  readonly recovered: number
  readonly gave_up: number
  readonly shop_count: number
  readonly shop_name: string | null
  readonly finished: number
  readonly slowest_ms: number | null
  /** The longest that a browser waited; null when none has told. */
  readonly waited_ms: number | null
  /** Set when all of it concerns one order. */
  readonly only_order: string | null
  readonly order_items: number
  readonly items_hit: number
  readonly gave_up_orders: string[]
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

const endings: Readonly<Record<Verdict, string>> = {
  lost_response: 'responses were lost',
  never_arrived: 'the server has no trace of them and its log has no gap',
  aborted_by_visitor: 'the pages were left meanwhile',
  blocked_by_client: 'the browsers sent nothing',
  offline: 'the devices had no connection',
  timed_out: 'the answers came too late or not at all',
  server_error: 'the server answered that it failed',
  rejected: 'the server refused them',
  mail_scanner: 'no person was there',
  browser_noise: 'no call of ours was the cause',
  unknown: 'the evidence does not say why',
}

/** `customer.review.submit` as people call it: `review.submit`. */
const shortName = (procedure: string): string => procedure.replace(/^customer\./, '')

export const titleOf = (verdict: Verdict, procedure: string): string => titles[verdict](shortName(procedure))

const clock = (at: string): string => new Date(at).toISOString().slice(11, 16)
const duration = (ms: number): string => (ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`)
const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

const beginningOf = ({ verdict, attempts, procedure, waited_ms: waitedMs }: Row): string => {
  if (verdict === 'mail_scanner') return `${plural(attempts, 'visit')} of mail scanners to ${procedure}`
  if (verdict === 'browser_noise') return `${plural(attempts, 'error')} of browsers on ${procedure}`
  const told = waitedMs === null ? '' : ' in the browser'
  return `${plural(attempts, 'call')} to ${shortName(procedure)} failed${told}`
}

const sentenceOf = (row: Row): string => {
  const items = row.items_hit > 0 ? ` (${row.items_hit} of ${plural(row.order_items, 'line item')})` : ''
  const order = row.only_order === null ? '' : `, order ${row.only_order}${items},`
  const where =
    row.shop_count === 1
      ? ` for ${row.shop_name ?? 'one shop'}`
      : row.shop_count > 1
        ? ` for ${row.shop_count} shops`
        : ''
  const when =
    clock(row.first_at) === clock(row.last_at)
      ? `at ${clock(row.first_at)}`
      : `between ${clock(row.first_at)} and ${clock(row.last_at)}`
  const all =
    row.finished < row.attempts ? `${row.finished} of them` : row.attempts === 1 ? 'it' : `all ${row.attempts}`
  const waited =
    row.waited_ms === null || row.waited_ms === 0 ? '' : ` while browsers waited up to ${duration(row.waited_ms)}`
  const server =
    row.finished > 0 && row.slowest_ms !== null
      ? `; the server finished ${all} within ${duration(Math.ceil(row.slowest_ms))}${waited}`
      : ''
  const ends = [
    ...(row.recovered > 0 ? [`${row.recovered} recovered`] : []),
    ...(row.gave_up > 0
      ? [`${row.gave_up} gave up${row.gave_up_orders.length > 0 ? ` (${row.gave_up_orders.join(', ')})` : ''}`]
      : []),
  ]
  const end = ends.length === 0 ? '' : `; ${ends.join(', ')}`
  return `${beginningOf(row)}${where}${order} ${when} UTC${server}; ${endings[row.verdict]}${end}.`
}

export const toSummary = (row: Row): IncidentSummary => ({
  id: row.id,
  title: titleOf(row.verdict, row.procedure),
  sentence: sentenceOf(row),
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
        count(distinct coalesce(a.review_request_id::text, a.place || a.browser, a.attempt_id::text))::int as people,
        count(distinct coalesce(a.submission_id, a.attempt_id))
          filter (where a.outcome in ('recovered_by_retry', 'recovered_later'))::int as recovered,
        count(distinct coalesce(a.submission_id, a.attempt_id)) filter (where a.outcome = 'gave_up')::int as gave_up,
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
