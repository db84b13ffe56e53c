import { passwordLength } from '@afterword/validation/session/rules'
import type { Transaction } from '@afterword/db/connection/client'
import { authEvent, signInToken, userAccount } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Auth, Origin, SignedInTokens } from './auth.ts'
import { createSession } from './create-session.ts'
import { hashPassword, toPreparedPassword } from './password.ts'
import type { Principal } from './principal.ts'
import { proveOwnPassword } from './prove-own-password.ts'

/** @throws DomainError `password.too_short`, about the field it was typed into */
export const requireGoodPassword = (password: string, field: string): void => {
  if (toPreparedPassword(password).length < passwordLength.least) {
    throw new DomainError('password.too_short', { details: { fields: { [field]: 'password.too_short' } } })
  }
}

/** Sets a password and ends, by the raised epoch, every session and every mailed way in of its person. */
export const setPassword = async (tx: Transaction, userId: string, passwordHash: string): Promise<void> => {
  await tx
    .update(userAccount)
    .set({ passwordHash, sessionEpoch: sql`${userAccount.sessionEpoch} + 1` })
    .where(eq(userAccount.id, userId))
  await tx
    .update(signInToken)
    .set({ usedAt: sql`clock_timestamp()` })
    .where(and(eq(signInToken.userId, userId), isNull(signInToken.usedAt)))
}

type SignedIn = Extract<Principal, { kind: 'member' | 'operator' }>

/**
 * Changes the password of a signed-in person. All their sessions end; the caller goes on with the new
 * one that is returned.
 *
 * @throws DomainError `sign_in.refused` when the current password is wrong, `password.too_short`,
 *   `rate.limited`
 */
export const changePassword = async (
  auth: Auth,
  principal: SignedIn,
  input: { readonly currentPassword: string; readonly newPassword: string; readonly origin: Origin },
): Promise<SignedInTokens> => {
  const { userId, sessionId } = principal
  const { origin } = input
  requireGoodPassword(input.newPassword, 'newPassword')
  await proveOwnPassword(auth, principal, { password: input.currentPassword, origin })
  const passwordHash = await hashPassword(input.newPassword)
  await auth.db.transaction(async (tx) => {
    await setPassword(tx, userId, passwordHash)
    await tx.insert(authEvent).values({ type: 'password_changed', userId, sessionId, ...origin })
  })
  const shop = principal.kind === 'member' ? { shopId: principal.shopId } : {}
  const tokens = await createSession(auth, userId, { origin, amr: ['pwd'], ...shop })
  if (tokens === null) throw new DomainError('session.ended')
  return tokens
}
