import { pgTable, smallint } from 'drizzle-orm/pg-core'
import { bytea, createdAt, instant } from '../kernel/columns.ts'

/**
 * A secret that refresh tokens are computed with, together with their session's salt. New
 * generations take the youngest; an older one is accepted until `accepted_until`.
 */
export const refreshPepper = pgTable('refresh_pepper', {
  kid: smallint().primaryKey().generatedAlwaysAsIdentity(),
  /** 32 random bytes, sealed with a key drawn from AFTERWORD_SECRET: a dump alone is no pepper. */
  secretSealed: bytea().notNull(),
  acceptedUntil: instant(),
  createdAt: createdAt(),
})
