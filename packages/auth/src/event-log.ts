import type { Executor } from '@afterword/db/connection/client'
import { defineStatement } from '@afterword/db/connection/statement'
import { sql } from 'drizzle-orm'
import type { SessionEvent } from './session-event.ts'

/** Put together once: every tab that comes a moment late to a renewal is written down. */
const insertEvents = defineStatement(
  () => sql`
    insert into auth_event (type, session_id, user_id, presented_gen, current_gen, ip_prefix, ua_family)
    select type, "sessionId", "userId", "presentedGen", "currentGen", "ipPrefix", "uaFamily"
    from json_to_recordset(${sql.placeholder('events')}::json) as event(type text, "sessionId" uuid, "userId" uuid,
      "presentedGen" int, "currentGen" int, "ipPrefix" text, "uaFamily" text)`,
)

/** Beyond that an event is lost at once: a table that is locked all day must not fill the memory. */
const mostWaiting = 5_000

/** Told of each event that could not be written. */
export type OnLostEvent = (event: SessionEvent, error: unknown) => void

export interface EventLog {
  /**
   * Writes down what has been decided and committed already. A log that cannot be written changes nothing of it: the
   * loss is told, and the sweep writes down what is missing of sessions that ended
   * (services/operations/sweep/internal/record-missing-ends.ts).
   *
   * @returns When the events are written or lost; it never fails.
   */
  readonly record: (...events: readonly SessionEvent[]) => Promise<void>
}

interface Batch {
  readonly events: SessionEvent[]
  readonly isSettled: Promise<void>
}

/** One statement at a time, whatever comes meanwhile in the next: a locked table holds one connection and no more. */
export const createEventLog = (db: Executor, onLost: OnLostEvent): EventLog => {
  let underWay: Promise<void> = Promise.resolve()
  let next: Batch | null = null
  const write = async (events: readonly SessionEvent[]): Promise<void> => {
    try {
      await insertEvents(db, { events: JSON.stringify(events) })
    } catch (error) {
      for (const event of events) onLost(event, error)
    }
  }
  const begin = (): Batch => {
    const events: SessionEvent[] = []
    const isSettled = underWay.then(async () => {
      next = null
      await write(events)
    })
    underWay = isSettled
    return { events, isSettled }
  }
  return {
    async record(...events) {
      if (events.length === 0) return
      next ??= begin()
      const { events: waiting, isSettled } = next
      const room = Math.max(0, mostWaiting - waiting.length)
      waiting.push(...events.slice(0, room))
      for (const event of events.slice(room)) onLost(event, new Error('Too many events wait to be written.'))
      await isSettled
    },
  }
}
