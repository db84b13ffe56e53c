import type { Executor } from '@afterword/db/client'
import { type SQL, sql } from 'drizzle-orm'
import type { Auth, Origin } from './auth.ts'

const end = async (db: Executor, which: SQL, origin: Origin): Promise<number> => {
  const ended = await db.execute(sql`
    with ended as (
      update auth_session s set revoked_at = clock_timestamp(), revoke_reason = 'logout'
      where s.revoked_at is null and ${which}
      returning s.id, s.user_id)
    insert into auth_event (type, session_id, user_id, ip_prefix, ua_family)
    select 'session_ended', id, user_id, ${origin.ipPrefix}::text, ${origin.uaFamily}::text from ended
    returning session_id`)
  return ended.length
}

interface Own {
  readonly userId: string
  readonly sessionId: string
}

/**
 * Ends one of a person's own sessions, at once for refreshes and writes. Ending it twice is fine;
 * somebody else's is not found.
 *
 * @returns Whether there was one to end.
 */
export const endSession = async (auth: Pick<Auth, 'db'>, own: Own, origin: Origin): Promise<boolean> =>
  (await end(auth.db, sql`s.id = ${own.sessionId} and s.user_id = ${own.userId}`, origin)) > 0

/** Ends every session of a person but the one given. @returns how many there were */
export const endOtherSessions = async (auth: Pick<Auth, 'db'>, own: Own, origin: Origin): Promise<number> =>
  await end(auth.db, sql`s.id <> ${own.sessionId} and s.user_id = ${own.userId}`, origin)
