import { jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { bytea, createdAt, instant } from '../kernel/columns.ts'

/**
 * A key that signs access tokens. Life of a row: published when it is made; signs from `not_before`
 * until a younger key's `not_before` comes; verifies until `retire_after`, which is set when its
 * successor is made. All by the database's clock, so nothing has to run at the right moment.
 */
export const signingKey = pgTable('signing_key', {
  kid: text().primaryKey(),
  alg: text({ enum: ['EdDSA'] }).notNull(),
  publicJwk: jsonb().$type<{ readonly kty: 'OKP'; readonly crv: 'Ed25519'; readonly x: string }>().notNull(),
  /** PKCS #8 in base64, sealed with a key drawn from AFTERWORD_SECRET. */
  privateKeySealed: bytea().notNull(),
  notBefore: instant().notNull(),
  retireAfter: instant(),
  createdAt: createdAt(),
})
