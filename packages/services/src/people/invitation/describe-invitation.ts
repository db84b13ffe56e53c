import type { MemberRole } from '@afterword/auth/principal'
import type { Executor } from '@afterword/db/connection/client'
import { findInvitation } from './internal/find-invitation.ts'

/** What anyone who holds an invitation's link is shown. */
export interface InvitationCard {
  readonly shopName: string
  readonly email: string
  readonly role: MemberRole
  /** Whether the address has an account, which then must be proved instead of made. */
  readonly hasAccount: boolean
  /** False for an account that signs in through a provider or by mail only. */
  readonly hasPassword: boolean
  /** Whether the account is the one given as signed in. */
  readonly isYours: boolean
}

/**
 * What an invitation's page shows. Opening it changes nothing.
 *
 * @param input.signedInUserId  Who looks, when somebody is signed in.
 * @returns null when the link is unknown, used, taken back or past its end.
 */
export const describeInvitation = async (
  db: Executor,
  input: { readonly token: string; readonly signedInUserId: string | null },
): Promise<InvitationCard | null> => {
  const found = await findInvitation(db, input.token)
  if (found === null) return null
  const { account, email, role } = found
  return {
    shopName: found.shop.name,
    email,
    role,
    hasAccount: account !== null,
    hasPassword: account !== null && account.passwordHash !== null,
    isYours: account !== null && account.userId === input.signedInUserId,
  }
}
