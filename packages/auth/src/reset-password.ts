import { authEvent, signInToken } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Auth, Origin } from './auth.ts'
import { requireGoodPassword, setPassword } from './change-password.ts'
import { attemptLimits, forgiveAttempt, networkOf, requireAttempt } from './count-attempt.ts'
import { hashSecret, parseMailToken } from './mail-token.ts'
import { hashPassword } from './password.ts'

/**
 * Sets a new password with a mailed link, once; all sessions of the person end. Whoever holds the link
 * signs in with the new password afterwards.
 *
 * @throws DomainError `sign_in_link.not_found` (unknown, used, older than 15 minutes),
 *   `password.too_short` (the link stays good), `rate.limited`
 */
export const resetPassword = async (
  auth: Auth,
  input: { readonly token: string; readonly newPassword: string },
  origin: Origin,
): Promise<void> => {
  requireGoodPassword(input.newPassword, 'newPassword')
  await requireAttempt(auth, attemptLimits.tokenNetwork, networkOf(origin))
  const token = parseMailToken(input.token)
  if (token === null) throw new DomainError('sign_in_link.not_found')
  const passwordHash = await hashPassword(input.newPassword)
  const isDone = await auth.db.transaction(async (tx) => {
    const [used] = await tx
      .update(signInToken)
      .set({ usedAt: sql`clock_timestamp()` })
      .where(
        and(
          eq(signInToken.tokenHash, hashSecret(token)),
          eq(signInToken.purpose, 'password_reset'),
          isNull(signInToken.usedAt),
          sql`${signInToken.expiresAt} > clock_timestamp()`,
        ),
      )
      .returning({ userId: signInToken.userId })
    if (used === undefined) return false
    await setPassword(tx, used.userId, passwordHash)
    await tx.insert(authEvent).values({ type: 'password_reset', userId: used.userId, ...origin })
    return true
  })
  if (!isDone) throw new DomainError('sign_in_link.not_found')
  await forgiveAttempt(auth, attemptLimits.tokenNetwork, networkOf(origin))
}
