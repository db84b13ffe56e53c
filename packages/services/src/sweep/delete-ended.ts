import type { Database } from '@afterword/db/client'
import { sql } from 'drizzle-orm'

/**
 * Deletes what has no further use: sessions 30 days after their end, mailed ways in, counts of
 * attempts and allowances of mail a day after theirs, invitations 30 days after theirs, for they name somebody, answers to
 * submissions and browsers' reports after 30 days, hits of links after 90 where the shop uninstalled:
 * shops that are here have them deleted by their daily work.
 */
export const deleteEnded = async (db: Database): Promise<void> => {
  await db.execute(sql`
    delete from auth_session
    where least(revoked_at, idle_expires_at, absolute_expires_at) < now() - interval '30 days'`)
  await db.execute(sql`delete from sign_in_token where expires_at < now() - interval '1 day'`)
  await db.execute(sql`delete from review_submission where created_at < now() - interval '30 days'`)
  await db.execute(sql`
    delete from link_hit using shop
    where shop.id = link_hit.shop_id and shop.uninstalled_at is not null and link_hit.at < now() - interval '90 days'`)
  await db.execute(sql`
    delete from invitation
    where least(accepted_at, revoked_at, expires_at) < now() - interval '30 days'`)
  await db.execute(sql`delete from browser_report where at < now() - interval '30 days'`)
  await db.execute(sql`delete from mail_allowance where forgotten_at < now() - interval '1 day'`)
  await db.execute(sql`delete from attempt_count where window_ends_at < now() - interval '1 day'`)
}
