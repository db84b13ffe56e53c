import { authEvent, authSession } from '@afterword/db/schema'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Auth, Origin } from './auth.ts'
import { isGenuine, parseRefreshToken } from './refresh-token.ts'

/**
 * Ends the session a refresh token belongs to. Ending it twice, or ending nothing, is fine.
 * A token that is not genuine ends nothing: a forger must not be able to sign anybody out.
 */
export const signOut = async (auth: Auth, refreshToken: string | undefined, origin: Origin): Promise<void> => {
  const token = refreshToken === undefined ? null : parseRefreshToken(refreshToken)
  if (token === null) return
  const [session] = await auth.db
    .select({ salt: authSession.salt, macKid: authSession.macKid, userId: authSession.userId })
    .from(authSession)
    .where(eq(authSession.id, token.sessionId))
    .limit(1)
  if (session === undefined || !isGenuine(auth.keyring, token, session)) return
  const ended = await auth.db
    .update(authSession)
    .set({ revokedAt: sql`clock_timestamp()`, revokeReason: 'logout' })
    .where(and(eq(authSession.id, token.sessionId), isNull(authSession.revokedAt)))
    .returning({ id: authSession.id })
  if (ended.length === 0) return
  await auth.db.insert(authEvent).values({
    type: 'sign_out',
    sessionId: token.sessionId,
    userId: session.userId,
    presentedGen: token.gen,
    ...origin,
  })
}
