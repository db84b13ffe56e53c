import { sql } from 'drizzle-orm'
import { bigint, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, instant } from '../kernel/columns.ts'

/** Of what happened, that which its person is told of by mail. */
export const toldEvents = ['reuse', 'password_changed', 'password_reset', 'restored'] as const

const isTold = `type in (${toldEvents.map((type) => `'${type}'`).join(', ')})`

/**
 * Append-only log of what happened to sessions: sign-in, recovery, reuse, end. An ordinary rotation is told by
 * its session's row alone; `rotated` is one by another browser than signed in. `ahead` is a browser whose token is
 * younger than the database, `restored` that an operator is to be told of it.
 */
export const authEvent = pgTable(
  'auth_event',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: createdAt(),
    sessionId: uuid(),
    userId: uuid(),
    type: text({
      enum: [
        'sign_in',
        'sign_in_refused',
        'rotated',
        'window',
        'recovered',
        'reuse',
        'ahead',
        'restored',
        'sign_out',
        'session_ended',
        'step_up',
        'shop_switched',
        'password_changed',
        'password_reset',
      ],
    }).notNull(),
    presentedGen: integer(),
    currentGen: integer(),
    ipPrefix: text(),
    uaFamily: text(),
    /** Set when the mail that tells the person of it has been queued; only for what deserves one. */
    noticeQueuedAt: instant(),
  },
  (table) => [
    index('auth_event_notice')
      .on(table.at)
      .where(sql.raw(`${isTold} and notice_queued_at is null`)),
    // Of those that get a mail: when their person was told of one last, and which are still to be told.
    index('auth_event_person').on(table.userId, table.type).where(sql.raw(isTold)),
    index('auth_event_restore')
      .on(table.at)
      .where(sql`type in ('ahead', 'restored')`),
    index('auth_event_session').on(table.sessionId),
    index('auth_event_at').on(table.at),
  ],
)
