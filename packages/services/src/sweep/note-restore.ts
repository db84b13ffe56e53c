import type { Transaction } from '@afterword/db/client'
import { authEvent, userAccount } from '@afterword/db/schema'
import { sql } from 'drizzle-orm'

/** The longest that a session may go unused: nobody comes with an older token. */
const isLate = sql.raw(`at > now() - interval '90 days'`)

/**
 * Notes for every operator that the database was restored from a backup: browsers came with refresh tokens that are
 * younger than their sessions (`ahead`). One restore meets every browser, each when its person comes back, and is told
 * once. A browser meets each restore once, so there were at least as many as the browser that met most.
 *
 * @returns how many operators will be told
 */
export const noteRestore = async (tx: Transaction): Promise<number> => {
  const noted = await tx.execute(sql`
    insert into ${authEvent} (at, type, user_id)
    select now(), 'restored', u.id from ${userAccount} u
    where u.is_operator and u.disabled_at is null
      and (select count(distinct at) from ${authEvent} where type = 'restored' and ${isLate})
        < (select coalesce(max(count), 0) from (
            select count(*) from ${authEvent} where type = 'ahead' and ${isLate} group by session_id) met)
    returning id`)
  return noted.length
}
