import { DomainError } from '@afterword/errors'
import { authEvent, userAccount } from '@afterword/db/schema'
import { eq } from 'drizzle-orm'
import type { Auth, Origin, SessionTokens } from './auth.ts'
import { accountOf, attemptLimits, forgiveAttempt, networkOf, requireAttempt } from './count-attempt.ts'
import { createSession } from './create-session.ts'
import { verifyPassword } from './password.ts'

interface Credentials {
  readonly email: string
  readonly password: string
  /** Whether this browser is the person's own. */
  readonly remember?: boolean
}

interface ProvenPerson {
  readonly id: string
  readonly name: string
  readonly email: string
}

/**
 * Whose e-mail address and password these are. Wrong tries are counted for the account and for the
 * network they come from; right ones are not.
 *
 * @returns null for a wrong password and for an unknown account, after the same work.
 * @throws DomainError `rate.limited`
 */
export const provePassword = async (
  auth: Auth,
  credentials: Credentials,
  origin: Origin,
): Promise<ProvenPerson | null> => {
  const account = accountOf(credentials.email)
  await requireAttempt(auth, attemptLimits.signInNetwork, networkOf(origin))
  await requireAttempt(auth, attemptLimits.signInAccount, account)
  const [row] = await auth.db
    .select({
      id: userAccount.id,
      name: userAccount.name,
      email: userAccount.email,
      passwordHash: userAccount.passwordHash,
    })
    .from(userAccount)
    .where(eq(userAccount.email, credentials.email.trim()))
    .limit(1)
  const fits = await verifyPassword(row?.passwordHash ?? null, credentials.password)
  if (!fits || row === undefined) {
    await auth.db.insert(authEvent).values({ type: 'sign_in_refused', userId: row?.id ?? null, ...origin })
    return null
  }
  await forgiveAttempt(auth, attemptLimits.signInNetwork, networkOf(origin))
  await forgiveAttempt(auth, attemptLimits.signInAccount, account)
  return { id: row.id, name: row.name, email: row.email }
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
  origin: Origin,
): Promise<SessionTokens & { readonly user: ProvenPerson }> => {
  const user = await provePassword(auth, credentials, origin)
  const isRemembered = credentials.remember === true
  const tokens = user && (await createSession(auth, user.id, { origin, amr: ['pwd'], isRemembered }))
  if (user === null || tokens === null) throw new DomainError('sign_in.refused')
  return { ...tokens, user }
}
