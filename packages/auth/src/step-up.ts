import { authEvent, authSession, userAccount } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { eq, sql } from 'drizzle-orm'
import type { Auth, Origin } from './auth.ts'
import { provePassword } from './sign-in.ts'

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
  const [account] = await auth.db
    .select({ email: userAccount.email })
    .from(userAccount)
    .where(eq(userAccount.id, own.userId))
  const person = account && (await provePassword(auth, { ...account, password: input.password }, input.origin))
  if (person?.id !== own.userId) throw new DomainError('sign_in.refused')
  await auth.db.transaction(async (tx) => {
    await tx
      .update(authSession)
      .set({ authTime: sql`clock_timestamp()` })
      .where(eq(authSession.id, own.sessionId))
    await tx.insert(authEvent).values({ type: 'step_up', ...own, ...input.origin })
  })
}
