import type { Transaction } from '@afterword/db/connection/client'
import { authEvent, authSession, userAccount } from '@afterword/db/schema'
import { sql } from 'drizzle-orm'

/**
 * How many restores each session has met. Copies of one session, e.g. a thief's and its owner's, can come ahead one
 * after the other and are of one restore; it is another one when the database knew less than it had known after the
 * one before, or a day later. A session that began after restores were told has those behind it.
 */
const metRestores = sql`
  select met.count + (select count(distinct told.at) from ${authEvent} told
    where told.type = 'restored' and told.at < least(s.created_at, met.first_at)) as count
  from (select session_id, min(at) as first_at, count(*) filter (where is_new) as count from (
    select session_id, at, coalesce(
        current_gen <= lag(presented_gen) over chain or at > lag(at) over chain + interval '1 day', true) as is_new
    from ${authEvent} where type = 'ahead'
    window chain as (partition by session_id order by id)
  ) ahead group by session_id) met
  left join ${authSession} s on s.id = met.session_id`

/**
 * Notes for every operator that the database was restored from a backup: browsers came with refresh tokens that are
 * younger than their sessions (`ahead`). One restore meets every browser, each when its person comes back, up to months
 * later, and is told once. There were at least as many as the browser that met most.
 *
 * @param tx  Holds the lock of `queueNotices`: two that look at once would both note it.
 * @returns how many operators will be told
 * @see docs/decisions/039-ending-needs-no-record.md
 */
export const noteRestore = async (tx: Transaction): Promise<number> => {
  const noted = await tx.execute(sql`
    insert into ${authEvent} (at, type, user_id)
    select now(), 'restored', u.id from ${userAccount} u
    where u.is_operator and u.disabled_at is null
      and (select count(distinct at) from ${authEvent} where type = 'restored')
        < (select coalesce(max(count), 0) from (${metRestores}) met)
    returning id`)
  return noted.length
}
