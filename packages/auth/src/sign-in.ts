import { DomainError } from '@afterword/errors'
import { authEvent } from '@afterword/db/schema'
import type { Asker, Auth, Origin, SignedInTokens } from './auth.ts'
import { forgiveGuess, type Guesser, requireGuess } from './count-guess.ts'
import type { Counter } from './count-attempt.ts'
import { createSession } from './create-session.ts'
import { type Account, findAccountByEmail, findOwnBrowser } from './find-account.ts'
import { verifyPassword } from './password.ts'

interface Credentials {
  readonly email: string
  readonly password: string
  /** Whether this browser is the person's own. */
  readonly remember?: boolean
}

interface Proof {
  /** Null for an address without an account: takes as long, and is never right. */
  readonly account: Pick<Account, 'id' | 'passwordHash'> | null
  readonly password: string
  readonly guesser: Guesser
  readonly origin: Origin
}

/**
 * Whether a password is an account's. The one way to try one: wrong tries are counted for who guesses, right
 * ones are not.
 *
 * @throws DomainError `rate.limited`
 */
export const provePassword = async (deps: Counter, proof: Proof): Promise<boolean> => {
  const { account, password, guesser, origin } = proof
  await requireGuess(deps, guesser)
  if (await verifyPassword(account?.passwordHash ?? null, password)) {
    await forgiveGuess(deps, guesser)
    return true
  }
  await deps.db.insert(authEvent).values({ type: 'sign_in_refused', userId: account?.id ?? null, ...origin })
  return false
}

/**
 * Signs a person in with e-mail address and password.
 *
 * @throws DomainError `sign_in.refused`, the same for a wrong password, an unknown, disabled or
 *   shopless account, and after the same work; `rate.limited`.
 */
export const signInWithPassword = async (
  auth: Auth,
  credentials: Credentials,
  asker: Asker,
): Promise<SignedInTokens> => {
  const { origin } = asker
  const { name, account } = await findAccountByEmail(auth.db, credentials.email)
  const ownBrowser = findOwnBrowser(auth.keyring, asker, account)
  const guesser: Guesser =
    ownBrowser === null ? { kind: 'stranger', account: name, origin } : { kind: 'own', id: ownBrowser }
  const isProved = await provePassword(auth, { account, password: credentials.password, guesser, origin })
  const isRemembered = credentials.remember === true
  const tokens =
    isProved && account !== null ? await createSession(auth, account.id, { origin, amr: ['pwd'], isRemembered }) : null
  if (tokens === null) throw new DomainError('sign_in.refused')
  return tokens
}
