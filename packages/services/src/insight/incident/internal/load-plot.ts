import { comparedMs } from '@afterword/validation/incident/rules'
import type { Executor } from '@afterword/db/connection/client'
import { processMark } from '@afterword/db/schema'
import { and, asc, gte, lte, or, type SQL, sql } from 'drizzle-orm'

interface Window {
  readonly from: Date
  readonly until: Date
}

interface Row extends Record<string, unknown> {
  readonly at: string
  readonly browser_p50: number | null
  readonly browser_p95: number | null
  readonly server_p50: number | null
  readonly server_p95: number | null
  readonly calls: number
  readonly failures: number
}

/** More minutes than this make wider steps: a plot has no more room. */
const maxPoints = 240

const stepOf = ({ from, until }: Window): number => {
  const minutes = (until.getTime() - from.getTime()) / 60_000
  return Math.max(60, Math.ceil(minutes / maxPoints) * 60)
}

const loadPoints = async (db: Executor, window: Window) => {
  const step = stepOf(window)
  const [from, until] = [window.from.toISOString(), window.until.toISOString()]
  const minute = (column: SQL): SQL => sql`to_timestamp(floor(extract(epoch from ${column}) / ${step}) * ${step})`
  const rows = await db.execute<Row>(sql`
    with server as (
      select ${minute(sql`received_at`)} as at, count(*)::int as calls,
        percentile_cont(0.5) within group (order by extract(epoch from finished_at - received_at) * 1000) as p50,
        percentile_cont(0.95) within group (order by extract(epoch from finished_at - received_at) * 1000) as p95
      from server_attempt where received_at between ${from}::timestamptz and ${until}::timestamptz group by 1),
    browser as (
      select ${minute(sql`started_at`)} as at, count(*)::int as failures,
        percentile_cont(0.5) within group (order by duration_ms) as p50,
        percentile_cont(0.95) within group (order by duration_ms) as p95
      from client_report where kind = 'attempt' and started_at between ${from}::timestamptz and ${until}::timestamptz
      group by 1)
    select m.at, b.p50 as browser_p50, b.p95 as browser_p95, s.p50 as server_p50, s.p95 as server_p95,
      coalesce(s.calls, 0) as calls, coalesce(b.failures, 0) as failures
    from generate_series(${minute(sql`${from}::timestamptz`)}, ${until}::timestamptz, make_interval(secs => ${step})) m(at)
    left join server s on s.at = m.at
    left join browser b on b.at = m.at
    order by m.at`)
  return rows.map((row) => ({
    at: new Date(row.at),
    browserP50Ms: row.browser_p50,
    browserP95Ms: row.browser_p95,
    serverP50Ms: row.server_p50,
    serverP95Ms: row.server_p95,
    calls: row.calls,
    failures: row.failures,
  }))
}

const loadMarks = async (db: Executor, { from, until }: Window) =>
  await db
    .select({ kind: processMark.kind, name: processMark.name, at: processMark.at, until: processMark.until })
    .from(processMark)
    .where(and(lte(processMark.at, until), or(gte(processMark.at, from), gte(processMark.until, from))))
    .orderBy(asc(processMark.at))
    .limit(200)

interface DailyWork extends Record<string, unknown> {
  readonly from: string | null
  readonly until: string
  readonly shops: number
}

/** All shops' daily work in view as one band, from the first start to the last end. */
const loadDailyWork = async (db: Executor, { from, until }: Window) => {
  const [work] = await db.execute<DailyWork>(sql`
    select min(started_at) as from, max(coalesce(finished_at, started_at)) as until,
      count(distinct shop_id)::int as shops
    from shop_daily_run where started_at between ${from.toISOString()}::timestamptz and ${until.toISOString()}::timestamptz`)
  if (work === undefined || work.from === null) return []
  const name = work.shops === 1 ? 'daily work of 1 shop' : `daily work of ${work.shops.toLocaleString('en')} shops`
  return [{ from: new Date(work.from), until: new Date(work.until), name }]
}

/** Work that ran an hour before may be the cause; what came half an hour after shows the end. */
const beforeMs = 90 * 60_000
const afterMs = 30 * 60_000

/** What was measured around an incident and in the same window a week before, with what else happened. */
export const loadPlot = async (db: Executor, span: { readonly firstAt: Date; readonly lastAt: Date }) => {
  const window = {
    from: new Date(span.firstAt.getTime() - beforeMs),
    until: new Date(span.lastAt.getTime() + afterMs),
  }
  const before = {
    from: new Date(window.from.getTime() - comparedMs),
    until: new Date(window.until.getTime() - comparedMs),
  }
  const marks = await loadMarks(db, window)
  const marked = marks.filter(({ kind }) => kind === 'work').map(({ at, until, name }) => ({ from: at, until, name }))
  return {
    points: await loadPoints(db, window),
    weekBefore: await loadPoints(db, before),
    releases: marks.filter(({ kind }) => kind === 'release').map(({ at, name }) => ({ at, name })),
    scheduledWork: [...(await loadDailyWork(db, window)), ...marked],
  }
}
