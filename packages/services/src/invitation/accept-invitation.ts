import { requireGoodPassword } from '@afterword/auth/change-password'
import { hashPassword, verifyPassword } from '@afterword/auth/password'
import type { Database, Transaction } from '@afterword/db/client'
import { auditLog, invitation, member, userAccount } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { and, eq, sql } from 'drizzle-orm'
import { findInvitation, type FoundInvitation } from './find-invitation.ts'
import { isOpen } from './open-invitation.ts'

interface AcceptInvitation {
  readonly deps: { readonly db: Database }
  readonly input: {
    readonly token: string
    /** Of the new account; not looked at when there is one. */
    readonly name?: string | undefined
    /** Of the new account, or the proof that the known one is the caller's. */
    readonly password?: string | undefined
    /** Who is signed in at the browser that asks. */
    readonly signedInUserId?: string | undefined
    readonly requestId?: string | undefined
  }
}

/** Who joins: somebody known by then, or an account to be made. */
type Joining = { readonly userId: string } | { readonly name: string; readonly passwordHash: string }

const proveAccount = async (
  account: NonNullable<FoundInvitation['account']>,
  input: AcceptInvitation['input'],
): Promise<Joining> => {
  const isSignedIn = account.userId === input.signedInUserId
  const isProved = isSignedIn || (await verifyPassword(account.passwordHash, input.password ?? ''))
  if (!isProved || !account.mayJoin) throw new DomainError('sign_in.refused')
  return { userId: account.userId }
}

const prepareAccount = async ({ name = '', password = '' }: AcceptInvitation['input']): Promise<Joining> => {
  if (name.trim() === '') {
    throw new DomainError('input.invalid', { details: { fields: { name: 'input.invalid' } } })
  }
  requireGoodPassword(password, 'password')
  return { name: name.trim(), passwordHash: await hashPassword(password) }
}

const makeAccount = async (tx: Transaction, email: string, joining: Joining): Promise<string> => {
  if ('userId' in joining) return joining.userId
  const [made] = await tx
    .insert(userAccount)
    .values({ email, name: joining.name, passwordHash: joining.passwordHash })
    .onConflictDoNothing()
    .returning({ id: userAccount.id })
  // Another invitation made the account since we looked: it must be proved now.
  if (made === undefined) throw new DomainError('sign_in.refused')
  return made.id
}

/** Uses the invitation up: of any number of callers at once, one gets its role. */
const takeInvitation = async (tx: Transaction, { id, shop }: FoundInvitation) => {
  const [taken] = await tx
    .update(invitation)
    .set({ acceptedAt: sql`clock_timestamp()` })
    .where(and(eq(invitation.shopId, shop.id), eq(invitation.id, id), isOpen))
    .returning({ role: invitation.role })
  if (taken === undefined) throw new DomainError('invitation.not_found')
  return taken
}

/**
 * Joins a shop through an invitation's link. A new address gets an account with the name and password
 * given. A known account must be proved: by being signed in as it, or by its password.
 *
 * The caller limits tries: each wrong password is one.
 *
 * @throws DomainError `invitation.not_found` (unknown, used, taken back, past its end, or the second of
 *   two at once), `sign_in.refused` (not proved; disabled; an operator's), `password.too_short`,
 *   `input.invalid` (a new account without a name)
 */
export const acceptInvitation = async ({
  deps: { db },
  input,
}: AcceptInvitation): Promise<{ readonly userId: string; readonly shopId: string }> => {
  const found = await findInvitation(db, input.token)
  if (found === null) throw new DomainError('invitation.not_found')
  const shopId = found.shop.id
  // Hashing takes tens of milliseconds: no connection is held meanwhile.
  const joining = found.account === null ? await prepareAccount(input) : await proveAccount(found.account, input)
  return await db.transaction(async (tx) => {
    const { role } = await takeInvitation(tx, found)
    const userId = await makeAccount(tx, found.email, joining)
    // Whoever has joined by another way meanwhile keeps the role they have.
    await tx.insert(member).values({ shopId, userId, role }).onConflictDoNothing()
    await tx.insert(auditLog).values({
      shopId,
      action: 'invitation.accept',
      actorKind: 'member',
      actorId: userId,
      subjectId: found.id,
      details: { role, isNewAccount: found.account === null },
      requestId: input.requestId ?? null,
    })
    return { userId, shopId }
  })
}
