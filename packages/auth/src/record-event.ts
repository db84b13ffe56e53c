import { defineStatement } from '@afterword/db/statement'
import { sql } from 'drizzle-orm'
import type { Auth } from './auth.ts'
import type { SessionEvent } from './session-event.ts'

/** Put together once: every tab that comes a moment late to a renewal is written down. */
const insertEvents = defineStatement(
  () => sql`
    insert into auth_event (type, session_id, user_id, presented_gen, current_gen, ip_prefix, ua_family)
    select type, "sessionId", "userId", "presentedGen", "currentGen", "ipPrefix", "uaFamily"
    from json_to_recordset(${sql.placeholder('events')}::json) as event(type text, "sessionId" uuid, "userId" uuid,
      "presentedGen" int, "currentGen" int, "ipPrefix" text, "uaFamily" text)`,
)

/**
 * Writes down what has been decided and committed already. A log that cannot be written changes nothing of it: the
 * loss is told to `onLostEvent`, and the sweep writes down what is missing of sessions that ended
 * (services/sweep/record-missing-ends.ts).
 */
export const recordEvent = async (
  auth: Pick<Auth, 'db' | 'onLostEvent'>,
  ...events: readonly SessionEvent[]
): Promise<void> => {
  if (events.length === 0) return
  try {
    await insertEvents(auth.db, { events: JSON.stringify(events) })
  } catch (error) {
    for (const event of events) auth.onLostEvent(event, error)
  }
}
