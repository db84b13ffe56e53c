import type { Executor } from '@afterword/db/connection/client'
import { refreshPepper, signingKey } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { and, desc, eq, isNull, ne, sql } from 'drizzle-orm'
import { accessTokenLifetimeSeconds, clockToleranceSeconds } from './access-token.ts'
import { createPepper, createSigningKey } from './create-key.ts'
import { sessionLifetimes } from './create-session.ts'
import { keyLock } from './key-store.ts'
import type { Keyring } from './keyring.ts'

/** A new key is published this long before it signs: caches of the JWKS and our processes know it by then. */
export const publishAheadSeconds = 10 * 60
/** A replaced key verifies until its last token has expired, clocks' differences included. */
const verifyAfterSeconds = accessTokenLifetimeSeconds + 2 * clockToleranceSeconds

interface KeyDeps {
  readonly db: Executor
  readonly keyring: Keyring
}

export interface SigningKeyEntry {
  readonly kid: string
  readonly status: 'next' | 'active' | 'retiring' | 'retired'
  readonly notBefore: Date
  readonly retireAfter: Date | null
}

/**
 * Makes the next signing key. It is published at once and signs from `notBefore`; the present one
 * verifies until the last token it signed has expired. Nothing has to be restarted.
 *
 * @param options.isImmediate  Signs at once, for a key that must go. Processes that have not read it
 *   yet fetch it when they meet its name.
 * @throws DomainError `signing_key.pending` while the key made before does not sign yet
 */
export const rotateSigningKey = async (deps: KeyDeps, options: { readonly isImmediate: boolean }): Promise<string> =>
  await deps.db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${keyLock})`)
    const [pending] = await tx
      .select({ kid: signingKey.kid })
      .from(signingKey)
      .where(sql`${signingKey.notBefore} > clock_timestamp()`)
    if (pending !== undefined && !options.isImmediate) throw new DomainError('signing_key.pending')
    const delay = options.isImmediate ? 0 : publishAheadSeconds
    const notBefore = sql`now() + make_interval(secs => ${delay})`
    const [made] = await tx
      .insert(signingKey)
      .values(createSigningKey(deps.keyring, notBefore))
      .returning({ kid: signingKey.kid, notBefore: signingKey.notBefore })
    if (made === undefined) throw new Error('insert into signing_key returned no row')
    await tx
      .update(signingKey)
      .set({ retireAfter: sql`now() + make_interval(secs => ${delay + verifyAfterSeconds})` })
      .where(and(isNull(signingKey.retireAfter), ne(signingKey.kid, made.kid)))
    return made.kid
  })

/**
 * Ends a key at once: every token it signed counts as expired. Its browsers fetch new ones.
 *
 * @throws DomainError `signing_key.not_found` for an unknown, retired or the only key
 */
export const retireSigningKey = async (deps: KeyDeps, kid: string): Promise<void> => {
  const [retired] = await deps.db
    .update(signingKey)
    .set({ retireAfter: sql`clock_timestamp()` })
    .where(
      and(
        eq(signingKey.kid, kid),
        sql`${signingKey.retireAfter} > clock_timestamp()`,
        sql`exists (select from signing_key other where other.kid <> ${kid} and other.retire_after is null
          and other.not_before <= clock_timestamp())`,
      ),
    )
    .returning({ kid: signingKey.kid })
  if (retired === undefined) throw new DomainError('signing_key.not_found')
}

/** Every signing key, youngest first. */
export const listSigningKeys = async (deps: Pick<KeyDeps, 'db'>): Promise<SigningKeyEntry[]> =>
  await deps.db
    .select({
      kid: signingKey.kid,
      notBefore: signingKey.notBefore,
      retireAfter: signingKey.retireAfter,
      status: sql<SigningKeyEntry['status']>`case
        when ${signingKey.notBefore} > clock_timestamp() then 'next'
        when ${signingKey.retireAfter} <= clock_timestamp() then 'retired'
        when ${signingKey.notBefore} = max(${signingKey.notBefore})
          filter (where ${signingKey.notBefore} <= clock_timestamp()) over () then 'active'
        else 'retiring' end`,
    })
    .from(signingKey)
    .orderBy(desc(signingKey.notBefore))

/**
 * Makes the next secret of refresh tokens. Sessions take it at their next rotation.
 *
 * @param options.isImmediate  Ends the ones before at once: everybody has to sign in again. Without it
 *   they are accepted for as long as a session may go unused.
 */
export const rotatePepper = async (deps: KeyDeps, options: { readonly isImmediate: boolean }): Promise<number> =>
  await deps.db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${keyLock})`)
    const [made] = await tx
      .insert(refreshPepper)
      .values(createPepper(deps.keyring))
      .returning({ kid: refreshPepper.kid })
    if (made === undefined) throw new Error('insert into refresh_pepper returned no row')
    const seconds = options.isImmediate ? 0 : sessionLifetimes.remembered.idleSeconds
    await tx
      .update(refreshPepper)
      .set({ acceptedUntil: sql`least(${refreshPepper.acceptedUntil}, now() + make_interval(secs => ${seconds}))` })
      .where(ne(refreshPepper.kid, made.kid))
    return made.kid
  })

/** The public keys that verify access tokens, those that sign soon among them. @see RFC 7517 */
export const readJwks = async (deps: Pick<KeyDeps, 'db'>) => {
  const rows = await deps.db
    .select({ kid: signingKey.kid, alg: signingKey.alg, publicJwk: signingKey.publicJwk })
    .from(signingKey)
    .where(sql`coalesce(${signingKey.retireAfter}, 'infinity') > clock_timestamp()`)
    .orderBy(desc(signingKey.notBefore))
  return { keys: rows.map(({ kid, alg, publicJwk }) => ({ ...publicJwk, kid, alg, use: 'sig' })) }
}
