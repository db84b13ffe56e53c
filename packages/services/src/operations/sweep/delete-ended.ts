import type { Executor } from '@afterword/db/connection/client'
import { type SQL, sql } from 'drizzle-orm'
import { keptSince } from '../../kernel/retention.ts'

/** Whether a row's shop is uninstalled, for however short a time. What connected shops keep ends by their daily work. */
const isUninstalled = (table: SQL): SQL => sql`exists (
  select from shop where shop.id = ${table}.shop_id and shop.uninstalled_at is not null)`

/** Deletes what belongs to no shop, or to one that uninstalled, when its time is over (`retentions`). */
export const deleteEnded = async (db: Executor): Promise<void> => {
  await db.execute(sql`
    delete from auth_session
    where least(revoked_at, idle_expires_at, absolute_expires_at) < ${keptSince('session')}`)
  await db.execute(sql`delete from sign_in_token where expires_at < ${keptSince('mailedWayIn')}`)
  await db.execute(sql`delete from review_submission where created_at < ${keptSince('submission')}`)
  await db.execute(sql`
    delete from invitation
    where least(accepted_at, revoked_at, expires_at) < ${keptSince('invitation')}`)
  await db.execute(sql`delete from mail_allowance where forgotten_at < ${keptSince('mailAllowance')}`)
  await db.execute(sql`delete from attempt_count where window_ends_at < ${keptSince('attemptCount')}`)
  await db.execute(sql`delete from operator_audit_log where at < ${keptSince('operatorAct')}`)
  await db.execute(sql`delete from link_hit where at < ${keptSince('linkHit')} and ${isUninstalled(sql`link_hit`)}`)
  await db.execute(sql`
    update webhook_delivery set payload = ''
    where payload <> '' and processed_at is not null and received_at < ${keptSince('webhookBody')}
      and ${isUninstalled(sql`webhook_delivery`)}`)
}
