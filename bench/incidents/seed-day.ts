import type { Database } from '@afterword/db/connection/client'
import { makePartitionsOf } from '@afterword/services/insight/attempt/keep-partitions'
import { sql } from 'drizzle-orm'

const dayMs = 86_400_000
const shops = 200
/** Rows per statement: each must end within the database's time limit. */
const step = 100_000

/**
 * A day of attempts, the day before yesterday, evenly spread, over 200 shops, in place of what was
 * there. Of each hundred two answers are lost and reported, one is a 500 nobody reports, one connection
 * closes; one report more is of a call that never arrived.
 *
 * @returns When the day begins.
 */
export const seedDay = async (db: Database, attempts: number): Promise<Date> => {
  const day = new Date(Math.floor(Date.now() / dayMs) * dayMs - 2 * dayMs)
  await makePartitionsOf(db, [day.toISOString()])
  await db.execute(sql`truncate server_attempt, client_report, incident_attempt, incident, process_mark`)
  const at = sql`${day.toISOString()}::timestamptz + (n - 0.5) * ${dayMs / 1_000 / attempts}::float8 * interval '1 second'`
  const shop = sql`md5('shop' || n / 100 % ${shops})::uuid`
  for (let from = 1; from <= attempts; from += step) {
    const numbers = sql`generate_series(${from}::int, ${Math.min(from + step - 1, attempts)}::int) n`
    await db.execute(sql`
      insert into server_attempt (received_at, attempt_id, request_id, procedure, shop_id, submission_id, committed_at,
        finished_at, closed_at, http_status, release, browser, place)
      select ${at}, md5('a' || n)::uuid, 'r' || n, 'customer.review.submit', ${shop}, md5('s' || n)::uuid,
        case when n % 100 <> 4 then ${at} + interval '20 ms' end,
        case when n % 100 <> 4 then ${at} + interval '30 ms' end,
        case when n % 100 = 4 then ${at} + interval '40 ms' end,
        case n % 100 when 3 then 500 when 4 then null else 200 end, 'r1', 'Chrome 142', '203.0.113.0/24'
      from ${numbers}`)
    await db.execute(sql`
      insert into client_report (attempt_id, kind, reported_at, started_at, duration_ms, procedure, submission_id,
        error_name, error_message, is_online, was_hidden, was_leaving, request_started, release, browser, place)
      select md5(case n % 100 when 5 then 'never' else 'a' end || n)::uuid, 'attempt', ${at} + interval '1 minute', ${at},
        2100, 'customer.review.submit', md5('s' || n)::uuid, 'TypeError', 'Failed to fetch', true, false, false, true,
        'r1', 'Chrome 142', '203.0.113.0/24'
      from ${numbers} where n % 100 in (1, 2, 5)`)
  }
  await db.execute(sql`analyze server_attempt, client_report`)
  return day
}
