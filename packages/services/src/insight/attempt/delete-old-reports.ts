import type { Executor } from '@afterword/db/connection/client'
import { sql } from 'drizzle-orm'
import { keptSince } from '../../kernel/retention.ts'

/**
 * Deletes what browsers told, and what was marked, longer ago than it is kept. Incidents stay.
 *
 * @param settingDays  `AFTERWORD_RETENTION_DAYS`
 */
export const deleteOldReports = async (db: Executor, settingDays: number): Promise<void> => {
  const told = keptSince('clientReport', { settingDays })
  await db.execute(sql`delete from client_report where reported_at < ${told}`)
  await db.execute(sql`delete from client_outcome where at < ${told}`)
  await db.execute(sql`delete from browser_report where at < ${keptSince('browserReport', { settingDays })}`)
  await db.execute(sql`delete from log_usage where day < (${keptSince('logUsage', { settingDays })})::date`)
  await db.execute(sql`delete from operator_alert where told_at < ${keptSince('operatorAlert')}`)
  await db.execute(sql`delete from process_mark where at < ${keptSince('processMark')}`)
}
