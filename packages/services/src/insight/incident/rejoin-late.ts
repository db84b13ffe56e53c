import type { Executor } from '@afterword/db/connection/client'
import { sql } from 'drizzle-orm'

/** Longer than a night and the day before it: what one night misses the next one takes. */
const horizonHours = 50
/** Per statement; each is its own transaction. */
const batchSize = 2_000

/**
 * Lets reports be joined again whose server side came after they had been judged: a process that could not
 * reach the database wrote its log late, while another took the report. Once a night, over the day before.
 *
 * @returns How many wait to be judged again.
 */
export const rejoinLate = async (db: Executor, now: Date): Promise<number> => {
  const since = new Date(now.getTime() - horizonHours * 3_600_000).toISOString()
  let total = 0
  for (;;) {
    const rows = await db.execute(sql`
      update client_report set joined_at = null
      where attempt_id in (
        select c.attempt_id from client_report c
        join incident_attempt a on a.attempt_id = c.attempt_id and jsonb_typeof(a.marks -> 'server') = 'null'
        join server_attempt s on s.attempt_id = c.attempt_id and s.received_at >= ${since}::timestamptz
        where c.joined_at is not null and c.reported_at >= ${since}::timestamptz
        limit ${batchSize})
      returning attempt_id`)
    total += rows.length
    if (rows.length < batchSize) return total
  }
}
