import type { Executor } from '@afterword/db/connection/client'
import { type AccessTokens, createAccessTokens } from './access-token.ts'
import { type Arrivals, createArrivals } from './arrivals.ts'
import { createEventLog, type EventLog, type OnLostEvent } from './event-log.ts'
import { createKeyStore, type KeyStore } from './key-store.ts'
import type { Keyring } from './keyring.ts'
import type { KnownAccount } from './known-browser.ts'

/** What the auth verbs need; made once when a process starts. */
export interface Auth {
  readonly db: Executor
  readonly keyring: Keyring
  readonly keys: KeyStore
  readonly accessTokens: AccessTokens
  /** Generations of sessions that this process has seen arrive. */
  readonly arrivals: Arrivals
  readonly now: () => Date
  readonly events: EventLog
}

/** Browsers that one process serves within half an hour; about 100 bytes each. */
const mostArrivals = 20_000

interface AuthDeps extends Pick<Auth, 'db' | 'keyring' | 'now'> {
  readonly onLostEvent?: OnLostEvent
  readonly publicUrl: string
}

export const createAuth = (deps: AuthDeps): Auth => {
  const keys = createKeyStore(deps.db, deps.keyring)
  return {
    db: deps.db,
    keyring: deps.keyring,
    keys,
    now: deps.now,
    events: createEventLog(deps.db, deps.onLostEvent ?? (() => undefined)),
    accessTokens: createAccessTokens(keys, deps.publicUrl),
    arrivals: createArrivals(mostArrivals),
  }
}

/** What is kept of where a call came from: enough to recognise a browser, not a person. */
export interface Origin {
  /** /24 of an IPv4 or /48 of an IPv6 address. */
  readonly ipPrefix: string | null
  readonly uaFamily: string | null
}

/** Who asks for something about an account before it is known who they are. */
export interface Asker {
  readonly origin: Origin
  /** The cookie of a browser in which somebody has signed in before, as it was sent. */
  readonly knownCookie: string | undefined
}

/** What a sign-in or a refresh gives out. */
export interface SessionTokens {
  readonly accessToken: string
  readonly accessExpiresAt: Date
  readonly refreshToken: string
  readonly refreshExpiresAt: Date
}

/** What a sign-in gives out: the browser may remember whose it was. */
export interface SignedInTokens extends SessionTokens {
  readonly account: KnownAccount
}
