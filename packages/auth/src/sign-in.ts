import { DomainError } from '@afterword/errors'
import { authEvent, userAccount } from '@afterword/db/schema'
import { eq } from 'drizzle-orm'
import type { Auth, Origin, SessionTokens } from './auth.ts'
import { createSession } from './create-session.ts'
import { verifyPassword } from './password.ts'

interface Credentials {
  readonly email: string
  readonly password: string
}

/**
 * Signs a person in with e-mail address and password.
 *
 * @throws DomainError `sign_in.refused`, the same for a wrong password, an unknown, disabled or
 *   shopless account, and after the same work.
 */
export const signInWithPassword = async (
  auth: Auth,
  credentials: Credentials,
  origin: Origin,
): Promise<SessionTokens & { readonly user: { id: string; name: string; email: string } }> => {
  const [account] = await auth.db
    .select({
      id: userAccount.id,
      name: userAccount.name,
      email: userAccount.email,
      passwordHash: userAccount.passwordHash,
    })
    .from(userAccount)
    .where(eq(userAccount.email, credentials.email.trim()))
    .limit(1)
  const fits = await verifyPassword(account?.passwordHash ?? null, credentials.password)
  const tokens = fits && account !== undefined ? await createSession(auth, account.id, origin) : null
  if (account === undefined || tokens === null) {
    await auth.db.insert(authEvent).values({ type: 'sign_in_refused', userId: account?.id ?? null, ...origin })
    throw new DomainError('sign_in.refused')
  }
  return { ...tokens, user: { id: account.id, name: account.name, email: account.email } }
}
