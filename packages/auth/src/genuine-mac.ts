import { type SQL, sql } from 'drizzle-orm'

/**
 * Whether a presented MAC is the right one for a session, as SQL over a row `s` of auth_session. Both
 * sides are hashed once more with the salt, so the time the comparison takes tells nothing of either.
 */
export const isGenuineMac = (peppered: SQL, mac: SQL): SQL =>
  sql`sha256(s.salt || sha256(s.salt || ${peppered}::bytea)) = sha256(s.salt || ${mac}::bytea)`
