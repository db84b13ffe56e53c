import { authEvent, signInToken, userAccount } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Auth, Origin } from './auth.ts'
import { requireGoodPassword, setPassword } from './change-password.ts'
import { countTokenMiss } from './count-token-miss.ts'
import { hashSecret, parseMailToken } from './mail-token.ts'
import { hashPassword } from './password.ts'
import { isWayInOpen } from './way-in.ts'

const isOpen = (token: string): SQL | undefined =>
  and(eq(signInToken.tokenHash, hashSecret(token)), eq(signInToken.purpose, 'password_reset'), isWayInOpen)

/**
 * What the page of a mailed link for a new password says. Opening it changes nothing.
 *
 * @returns null when the link is unknown, used or older than 15 minutes; else whether the account has no password yet.
 */
export const describePasswordReset = async (
  auth: Auth,
  input: { readonly token: string },
): Promise<{ readonly isFirst: boolean } | null> => {
  const token = parseMailToken(input.token)
  if (token === null) return null
  const [row] = await auth.db
    .select({ passwordHash: userAccount.passwordHash })
    .from(signInToken)
    .innerJoin(userAccount, and(eq(userAccount.id, signInToken.userId), isNull(userAccount.disabledAt)))
    .where(isOpen(token))
  return row === undefined ? null : { isFirst: row.passwordHash === null }
}

interface PasswordReset {
  readonly userId: string
  /** Whether the account had no password before: its person has just come. */
  readonly isFirst: boolean
}

const useToken = async (
  auth: Auth,
  input: { token: string; newPassword: string },
  origin: Origin,
): Promise<PasswordReset> => {
  const token = parseMailToken(input.token)
  // Hashing a password is dear: nothing is hashed for a link that opens nothing.
  const known = token === null ? 0 : await auth.db.$count(signInToken, isOpen(token))
  if (token === null || known === 0) throw new DomainError('sign_in_link.not_found')
  const passwordHash = await hashPassword(input.newPassword)
  return await auth.db.transaction(async (tx) => {
    const [used] = await tx
      .update(signInToken)
      .set({ usedAt: sql`clock_timestamp()` })
      .where(isOpen(token))
      .returning({ userId: signInToken.userId })
    if (used === undefined) throw new DomainError('sign_in_link.not_found')
    const [before] = await tx
      .select({ passwordHash: userAccount.passwordHash })
      .from(userAccount)
      .where(eq(userAccount.id, used.userId))
    await setPassword(tx, used.userId, passwordHash)
    await tx.insert(authEvent).values({ type: 'password_reset', userId: used.userId, ...origin })
    return { userId: used.userId, isFirst: before?.passwordHash === null }
  })
}

/**
 * Sets a new password with a mailed link, once; all sessions of the person end, and no browser is known to the
 * account any more. A new password is used to sign in afterwards; who chose their first one is known by the link.
 *
 * @throws DomainError `sign_in_link.not_found` (unknown, used, older than 15 minutes),
 *   `password.too_short` (the link stays good), `rate.limited` after many links that open nothing
 */
export const resetPassword = async (
  auth: Auth,
  input: { readonly token: string; readonly newPassword: string },
  origin: Origin,
): Promise<PasswordReset> => {
  requireGoodPassword(input.newPassword, 'newPassword')
  return await countTokenMiss(auth, origin, async () => await useToken(auth, input, origin))
}
