import { requireGoodPassword } from '@afterword/auth/change-password'
import type { Origin } from '@afterword/auth/auth'
import type { Counter } from '@afterword/auth/count-attempt'
import { hashPassword } from '@afterword/auth/password'
import { provePassword } from '@afterword/auth/sign-in'
import type { Transaction } from '@afterword/db/connection/client'
import { invitation, member, userAccount } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { and, eq, sql } from 'drizzle-orm'
import { writeAudit } from '../../kernel/audit.ts'
import type { ServiceDeps } from '../../kernel/context.ts'
import { inTransaction } from '../../kernel/in-transaction.ts'
import { findInvitation, type FoundInvitation } from './internal/find-invitation.ts'
import { isOpen } from './internal/open-invitation.ts'

interface AcceptInvitation {
  readonly deps: Pick<ServiceDeps, 'db' | 'keyring'>
  readonly input: {
    readonly token: string
    /** Of the new account; not looked at when there is one. */
    readonly name?: string | undefined
    /** Of the new account, or the proof that the known one is the caller's. */
    readonly password?: string | undefined
    /** Who is signed in at the browser that asks. */
    readonly signedInUserId?: string | undefined
    readonly origin: Origin
    readonly requestId?: string | undefined
  }
}

/** How the person who joins has shown who they are: by the session they had, or just now. */
type ProvedBy = 'session' | 'password'

/** Who joins: somebody known by then, or an account to be made. */
type Joining =
  | { readonly userId: string; readonly provedBy: ProvedBy }
  | { readonly name: string; readonly passwordHash: string }

/** Guesses are counted for the invitation, whatever link of it is used: a further mail gives no further tries. */
const proveAccount = async (
  deps: Counter,
  { id, shop, account }: FoundInvitation & { account: NonNullable<FoundInvitation['account']> },
  input: AcceptInvitation['input'],
): Promise<Joining> => {
  const { userId, passwordHash, mayJoin } = account
  const isSignedIn = userId === input.signedInUserId
  const guesser = { kind: 'own', id: `invitation ${shop.id} ${id}` } as const
  const proof = { account: { id: userId, passwordHash }, password: input.password ?? '', guesser, origin: input.origin }
  const isProved = isSignedIn || (await provePassword(deps, proof))
  if (!isProved || !mayJoin) throw new DomainError('sign_in.refused')
  return { userId, provedBy: isSignedIn ? 'session' : 'password' }
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
 * given. A known account must be proved: by being signed in as it, or by its password; wrong ones are counted.
 *
 * @returns Whether their session was the proof: it is no fresh one then, and a session opened on it would be.
 * @throws DomainError `invitation.not_found` (unknown, used, taken back, past its end, or the second of
 *   two at once), `sign_in.refused` (not proved; disabled; an operator's), `password.too_short`,
 *   `input.invalid` (a new account without a name), `rate.limited`
 */
export const acceptInvitation = async ({
  deps,
  input,
}: AcceptInvitation): Promise<{ readonly userId: string; readonly shopId: string; readonly provedBy: ProvedBy }> => {
  const found = await findInvitation(deps.db, input.token)
  if (found === null) throw new DomainError('invitation.not_found')
  const shopId = found.shop.id
  // Hashing takes tens of milliseconds: no connection is held meanwhile.
  const { account } = found
  const joining =
    account === null ? await prepareAccount(input) : await proveAccount(deps, { ...found, account }, input)
  const provedBy = 'provedBy' in joining ? joining.provedBy : 'password'
  return await inTransaction(deps, async (tx) => {
    const { role } = await takeInvitation(tx, found)
    const userId = await makeAccount(tx, found.email, joining)
    // A person who has joined by another way meanwhile keeps the role they have.
    await tx.insert(member).values({ shopId, userId, role }).onConflictDoNothing()
    const joined = { principal: { kind: 'member', userId }, requestId: input.requestId ?? null } as const
    const details = { role, isNewAccount: found.account === null }
    await writeAudit(tx, joined, { shopId, action: 'invitation.accept', subjectId: found.id, details })
    return { userId, shopId, provedBy }
  })
}
