import { wayInPurposes } from '@afterword/validation/session/rules'
import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytea, createdAt, instant } from '../kernel/columns.ts'

/**
 * A mailed way in: a sign-in link or a new password. Life of a row: made when somebody asks; gets its
 * hashes when the mail is written (only the mail holds the token); used at most once, before
 * `expires_at`; swept away a day later.
 */
export const signInToken = pgTable(
  'sign_in_token',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    purpose: text({ enum: wayInPurposes }).notNull(),
    userId: uuid().notNull(),
    /** SHA-256 of the token in the mail's link. */
    tokenHash: bytea(),
    /** HMAC of the short code for the browser that asked. */
    codeHash: bytea(),
    codeAttempts: integer().notNull().default(0),
    /** SHA-256 of the secret in the asking browser's cookie; null for a password reset. */
    browserHash: bytea(),
    /** Local path to open after sign-in. */
    nextPath: text(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('sign_in_token_hash_key').on(table.tokenHash),
    index('sign_in_token_user').on(table.userId),
    index('sign_in_token_browser').on(table.browserHash),
    index('sign_in_token_end').on(table.expiresAt),
  ],
)
