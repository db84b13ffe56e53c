import { authEvent } from '@afterword/db/schema'
import type { Auth } from './auth.ts'
import type { SessionEvent } from './session-event.ts'

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
    await auth.db.insert(authEvent).values([...events])
  } catch (error) {
    for (const event of events) auth.onLostEvent(event, error)
  }
}
