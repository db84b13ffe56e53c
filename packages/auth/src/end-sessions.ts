import { type SQL, sql } from 'drizzle-orm'
import type { Auth, Origin } from './auth.ts'

type Ending = Pick<Auth, 'db' | 'events'>

/** The sessions end first and by themselves; that they did is written down afterwards. */
const end = async (auth: Ending, which: SQL, origin: Origin): Promise<number> => {
  const ended = await auth.db.execute<{ session_id: string; user_id: string }>(sql`
    update auth_session s set revoked_at = clock_timestamp(), revoke_reason = 'logout'
    where s.revoked_at is null and ${which}
    returning s.id as session_id, s.user_id`)
  const events = ended.map(({ session_id: sessionId, user_id: userId }) => ({ sessionId, userId, ...origin }))
  await auth.events.record(...events.map((event) => ({ type: 'session_ended' as const, ...event })))
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
export const endSession = async (auth: Ending, own: Own, origin: Origin): Promise<boolean> =>
  (await end(auth, sql`s.id = ${own.sessionId} and s.user_id = ${own.userId}`, origin)) > 0

/** Ends every session of a person but the one given. @returns how many there were */
export const endOtherSessions = async (auth: Ending, own: Own, origin: Origin): Promise<number> =>
  await end(auth, sql`s.id <> ${own.sessionId} and s.user_id = ${own.userId}`, origin)
