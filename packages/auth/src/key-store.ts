import type { Executor } from '@afterword/db/connection/client'
import { refreshPepper, signingKey } from '@afterword/db/schema'
import { asc, desc, sql } from 'drizzle-orm'
import { createPrivateKey, createPublicKey, createSecretKey, type KeyObject } from 'node:crypto'
import { createPepper, createSigningKey, pepperPurpose, signingKeyPurpose } from './create-key.ts'
import type { Keyring } from './keyring.ts'

/** One key of access tokens, ready to use. */
export interface SigningKey {
  readonly kid: string
  readonly publicJwk: { readonly kty: 'OKP'; readonly crv: 'Ed25519'; readonly x: string }
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
  /** Signs from here on, until a younger key does. */
  readonly notBefore: Date
  /** Verifies until here; null while it has no successor. */
  readonly retireAfter: Date | null
}

export interface Pepper {
  readonly kid: number
  readonly secret: KeyObject
}

export interface KeySet {
  /** Youngest first. Keys retired within the last week are among them: their tokens are known to be old. */
  readonly signing: readonly SigningKey[]
  /** Every accepted one, youngest first: new refresh tokens take the first. Never empty. */
  readonly peppers: readonly [Pepper, ...Pepper[]]
}

export interface KeyStore {
  /** The keys, at most five minutes old; makes the first ones in a new database. */
  current(): Promise<KeySet>
  /** The keys as they are now, because something names one that `current` does not know. */
  reread(): Promise<KeySet>
}

/** Older than this, the keys are read again beside the work. New keys are published ten minutes ahead. */
const staleAfterMs = 60_000
/** Older than this, the work waits for them: an idle process must not sign with a retired key. */
const uselessAfterMs = 5 * 60_000
/** Tokens that name unknown keys cost at most one query in this time, no matter who sends them. */
const rereadIntervalMs = 1_000

/** Any number: the process that makes the first keys holds this advisory lock. */
export const keyLock = 8_214_308

const readRows = async (db: Executor) => {
  const [signing, peppers] = await Promise.all([
    db
      .select()
      .from(signingKey)
      .where(sql`coalesce(${signingKey.retireAfter}, 'infinity') > clock_timestamp() - interval '7 days'`)
      .orderBy(desc(signingKey.notBefore)),
    db
      .select()
      .from(refreshPepper)
      .where(sql`coalesce(${refreshPepper.acceptedUntil}, 'infinity') > clock_timestamp()`)
      .orderBy(desc(refreshPepper.kid)),
  ])
  return { signing, peppers }
}

const createFirst = async (db: Executor, keyring: Keyring): Promise<void> => {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${keyLock})`)
    const [key] = await tx.select({ kid: signingKey.kid }).from(signingKey).limit(1)
    // In force for an hour already: nobody asks for a token older than that.
    const notBefore = sql`clock_timestamp() - interval '1 hour'`
    if (key === undefined) await tx.insert(signingKey).values(createSigningKey(keyring, notBefore))
    const [pepper] = await tx.select().from(refreshPepper).orderBy(asc(refreshPepper.kid)).limit(1)
    if (pepper === undefined) await tx.insert(refreshPepper).values(createPepper(keyring))
  })
}

const open = (keyring: Keyring, rows: Awaited<ReturnType<typeof readRows>>): KeySet | null => {
  const signing = rows.signing.map((row): SigningKey => {
    const der = Buffer.from(keyring.open(signingKeyPurpose, row.privateKeySealed), 'base64')
    const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    const { kid, publicJwk, notBefore, retireAfter } = row
    return { kid, publicJwk, notBefore, retireAfter, privateKey, publicKey: createPublicKey(privateKey) }
  })
  const [first, ...rest] = rows.peppers.map((row): Pepper => {
    const secret = Buffer.from(keyring.open(pepperPurpose, row.secretSealed), 'base64')
    return { kid: row.kid, secret: createSecretKey(secret) }
  })
  return signing.length === 0 || first === undefined ? null : { signing, peppers: [first, ...rest] }
}

const load = async (db: Executor, keyring: Keyring): Promise<KeySet> => {
  const found = open(keyring, await readRows(db))
  if (found !== null) return found
  await createFirst(db, keyring)
  const made = open(keyring, await readRows(db))
  if (made === null) throw new Error('every signing key or refresh pepper has been retired: run "pnpm afterword keys"')
  return made
}

const wait = async (ms: number): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, ms))
}

/** Holds this process's copy of the keys. A failed reading keeps the old copy while it is useful. */
export const createKeyStore = (db: Executor, keyring: Keyring): KeyStore => {
  let held: { readonly keys: KeySet; readonly readAt: number } | null = null
  let reading: Promise<KeySet> | null = null
  let rereading: Promise<KeySet> | null = null

  const read = (): Promise<KeySet> => {
    const startedAt = Date.now()
    reading ??= load(db, keyring)
      .then((keys) => {
        held = { keys, readAt: startedAt }
        return keys
      })
      .finally(() => {
        reading = null
      })
    return reading
  }

  const readSoon = async (): Promise<KeySet> => {
    const sinceLast = held === null ? rereadIntervalMs : Date.now() - held.readAt
    if (sinceLast < rereadIntervalMs) await wait(rereadIntervalMs - sinceLast)
    return await read()
  }

  return {
    async current() {
      const age = held === null ? Infinity : Date.now() - held.readAt
      if (held === null || age > uselessAfterMs) return await read()
      // The next call waits for it, or tries again.
      if (age > staleAfterMs) read().catch(() => undefined)
      return held.keys
    },
    reread() {
      rereading ??= readSoon().finally(() => {
        rereading = null
      })
      return rereading
    },
  }
}
