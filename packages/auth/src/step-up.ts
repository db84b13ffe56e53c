import { authEvent, authSession } from '@afterword/db/schema'
import { eq, sql } from 'drizzle-orm'
import type { Auth, Origin } from './auth.ts'
import { proveOwnPassword } from './prove-own-password.ts'

/**
 * Notes that the person of a session has proved again who they are, before a sensitive act.
 *
 * @throws DomainError `sign_in.refused` for a wrong password, `rate.limited`
 */
export const stepUp = async (
  auth: Auth,
  own: { readonly userId: string; readonly sessionId: string },
  input: { readonly password: string; readonly origin: Origin },
): Promise<void> => {
  await proveOwnPassword(auth, own, input)
  await auth.db.transaction(async (tx) => {
    await tx
      .update(authSession)
      .set({ authTime: sql`clock_timestamp()` })
      .where(eq(authSession.id, own.sessionId))
    await tx.insert(authEvent).values({ type: 'step_up', ...own, ...input.origin })
  })
}
