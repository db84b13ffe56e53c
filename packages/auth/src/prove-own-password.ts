import { userAccount } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { eq } from 'drizzle-orm'
import type { Auth, Origin } from './auth.ts'
import { provePassword } from './sign-in.ts'

/**
 * Makes sure that the person of a session knows its account's password. Wrong tries are counted for the session:
 * no stranger closes this, and it closes nothing for others.
 *
 * @throws DomainError `sign_in.refused`, `rate.limited`
 */
export const proveOwnPassword = async (
  auth: Auth,
  own: { readonly userId: string; readonly sessionId: string },
  input: { readonly password: string; readonly origin: Origin },
): Promise<void> => {
  const [account] = await auth.db
    .select({ id: userAccount.id, passwordHash: userAccount.passwordHash })
    .from(userAccount)
    .where(eq(userAccount.id, own.userId))
  const guesser = { kind: 'own', id: `session ${own.sessionId}` } as const
  const isProved = await provePassword(auth, { ...input, account: account ?? null, guesser })
  if (!isProved) throw new DomainError('sign_in.refused')
}
