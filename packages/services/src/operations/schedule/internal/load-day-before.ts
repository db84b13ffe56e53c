import type { Executor } from '@afterword/db/connection/client'
import { type SQL, sql } from 'drizzle-orm'
import type { DayFrame } from './day-frame.ts'

interface StepRow extends Record<string, unknown> {
  readonly step: number
  readonly count: number
}

interface RunsRow extends Record<string, unknown> {
  readonly done: number
  readonly failed: number
  readonly repaired: number
}

interface Source {
  readonly table: SQL
  readonly column: SQL
}

const within = (column: SQL, { from, until }: DayFrame): SQL =>
  sql`${column} >= ${from.toISOString()}::timestamptz and ${column} < ${until.toISOString()}::timestamptz`

const countSteps = async (db: Executor, frame: DayFrame, { table, column }: Source): Promise<Map<number, number>> => {
  const seconds = frame.stepMinutes * 60
  const rows = await db.execute<StepRow>(sql`
    select floor(extract(epoch from ${column} - ${frame.from.toISOString()}::timestamptz) / ${seconds})::int as step,
      count(*)::int as count
    from ${table} where ${within(column, frame)} group by 1`)
  return new Map(rows.map(({ step, count }) => [step, count]))
}

/** What the server did on a day: calls of customers' pages that it recorded, and daily work that started. */
export const loadDayBefore = async (db: Executor, frame: DayFrame) => {
  const calls = await countSteps(db, frame, { table: sql`server_attempt`, column: sql`received_at` })
  const runs = await countSteps(db, frame, { table: sql`shop_daily_run`, column: sql`started_at` })
  const [ended] = await db.execute<RunsRow>(sql`
    select count(*) filter (where outcome = 'done')::int as done,
      count(*) filter (where outcome = 'failed')::int as failed,
      coalesce(sum((counts ->> 'ratingsRepaired')::int), 0)::int as repaired
    from shop_daily_run where ${within(sql`started_at`, frame)}`)
  const { day, timeZone, stepMinutes } = frame
  return {
    day,
    timeZone,
    stepMinutes,
    points: frame.steps.map((at, step) => ({ at, calls: calls.get(step) ?? 0, runs: runs.get(step) ?? 0 })),
    done: ended?.done ?? 0,
    failed: ended?.failed ?? 0,
    ratingsRepaired: ended?.repaired ?? 0,
  }
}
