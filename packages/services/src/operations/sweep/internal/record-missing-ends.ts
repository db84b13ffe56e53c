import type { Transaction } from '@afterword/db/connection/client'
import { authEvent, authSession } from '@afterword/db/schema'
import { sql } from 'drizzle-orm'

/**
 * Writes down the ends of sessions that could not be recorded when they happened: ending one needs nobody's record
 * (docs/decisions/039-ending-needs-no-record.md), and a reused session's person is told by its event. What the session's
 * row says is all there is: when, why and where it was opened. An event that is being written at this moment is left
 * its minute.
 *
 * @returns how many were missing
 */
export const recordMissingEnds = async (tx: Transaction): Promise<number> => {
  const recorded = await tx.execute(sql`
    insert into ${authEvent} (at, session_id, user_id, type, current_gen)
    select s.revoked_at, s.id, s.user_id, case s.revoke_reason when 'reuse' then 'reuse' else 'session_ended' end, s.gen
    from ${authSession} s
    where s.revoked_at between now() - interval '2 days' and now() - interval '1 minute'
      and s.revoke_reason in ('reuse', 'logout', 'admin')
      and not exists (
        select from ${authEvent} e
        where e.session_id = s.id and e.type in ('reuse', 'sign_out', 'session_ended'))
    returning id`)
  return recorded.length
}
