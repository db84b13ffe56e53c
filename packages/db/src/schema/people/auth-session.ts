import { sessionKinds } from '@afterword/validation/session/rules'
import { boolean, index, integer, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import { bytea, createdAt, instant } from '../kernel/columns.ts'

/**
 * One signed-in browser or program. Life of a row: made at sign-in with `gen` 0 and `rotated_at`
 * −infinity; each refresh at least a minute after the last raises `gen`, sets `rotated_at` and clears
 * `confirmed`; `confirmed` is set when the server sees the current generation used; it ends by
 * `revoked_at`, by `idle_expires_at` or by `absolute_expires_at`, whichever comes first, and is
 * deleted 30 days later. No token is stored: the refresh token is recomputed from `salt`, `gen`
 * and a secret that is not in the database.
 */
export const authSession = pgTable(
  'auth_session',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    kind: text({ enum: sessionKinds }).notNull(),
    userId: uuid().notNull(),
    /** The shop this session acts for; null for an operator. */
    shopId: uuid(),
    /** How the person proved who they are, e.g. `pwd`, `otp`, `fed` (RFC 8176). */
    amr: text()
      .array()
      .notNull()
      .default(sql`'{}'`),
    salt: bytea().notNull(),
    /** The pepper of the current generation's refresh token. */
    macKid: smallint().notNull(),
    gen: integer().notNull().default(0),
    rotatedAt: instant()
      .notNull()
      .default(sql`'-infinity'`),
    confirmed: boolean().notNull().default(true),
    /** When the person last proved who they are: at sign-in, or since, before a sensitive act. */
    authTime: createdAt(),
    lastSeenAt: createdAt(),
    createdAt: createdAt(),
    idleExpiresAt: instant().notNull(),
    absoluteExpiresAt: instant().notNull(),
    idleLifetimeSeconds: integer().notNull(),
    /** The account's epoch at sign-in; a raised epoch ends the session. */
    userEpoch: integer().notNull(),
    revokedAt: instant(),
    revokeReason: text({ enum: ['logout', 'reuse', 'admin', 'password', 'disabled', 'expired'] }),
    ipPrefix: text(),
    uaFamily: text(),
  },
  (table) => [
    index('auth_session_live_user')
      .on(table.userId)
      .where(sql`revoked_at is null`),
    // Those whose end is written down in auth_event: what is missing there is looked for by time.
    index('auth_session_revoked')
      .on(table.revokedAt)
      .where(sql`revoke_reason in ('reuse', 'logout', 'admin')`),
    index('auth_session_absolute_end').on(table.absoluteExpiresAt),
  ],
)
