import type { Database } from '@afterword/db/client'
import { sql } from 'drizzle-orm'

/** Deletes what browsers told, and what was marked, longer ago than it is kept. Incidents stay. */
export const deleteOldReports = async (db: Database, retentionDays: number): Promise<void> => {
  const age = sql`now() - make_interval(days => ${retentionDays})`
  await db.execute(sql`delete from client_report where reported_at < ${age}`)
  await db.execute(sql`delete from client_outcome where at < ${age}`)
  await db.execute(sql`delete from log_usage where day < (${age})::date`)
  await db.execute(sql`delete from operator_alert where told_at < now() - interval '30 days'`)
  await db.execute(sql`delete from process_mark where at < now() - interval '90 days'`)
}
