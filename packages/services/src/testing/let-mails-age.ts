import type { Executor } from '@afterword/db/connection/client'
import { sql } from 'drizzle-orm'

/** Lets time pass for what is counted of mails and tries by moving stored times back: nothing sleeps. */
export const letMailsAge = async (db: Executor, interval: string): Promise<void> => {
  await db.execute(sql`
    update mail_allowance set next_at = next_at - ${interval}::interval, forgotten_at = forgotten_at - ${interval}::interval`)
  await db.execute(sql`update attempt_count set window_ends_at = window_ends_at - ${interval}::interval`)
}
