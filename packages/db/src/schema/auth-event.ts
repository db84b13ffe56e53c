import { bigint, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt } from './columns.ts'

/** Append-only log of what happened to sessions: sign-in, rotation, recovery, reuse, end. */
export const authEvent = pgTable(
  'auth_event',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: createdAt(),
    sessionId: uuid(),
    userId: uuid(),
    type: text({
      enum: ['sign_in', 'sign_in_refused', 'rotated', 'window', 'recovered', 'reuse', 'ahead', 'sign_out'],
    }).notNull(),
    presentedGen: integer(),
    currentGen: integer(),
    ipPrefix: text(),
    uaFamily: text(),
  },
  (table) => [index('auth_event_session').on(table.sessionId), index('auth_event_at').on(table.at)],
)
