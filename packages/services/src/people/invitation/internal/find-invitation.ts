import type { MemberRole } from '@afterword/auth/principal'
import { parseReviewLinkCode } from '@afterword/auth/review-link'
import type { Executor } from '@afterword/db/connection/client'
import { invitation, shop, userAccount } from '@afterword/db/schema'
import { and, eq } from 'drizzle-orm'
import { isOpen } from './open-invitation.ts'

export interface FoundInvitation {
  readonly id: string
  readonly shop: { readonly id: string; readonly name: string }
  readonly email: string
  readonly role: MemberRole
  /** The invited address's account; null when it has none. */
  readonly account: {
    readonly userId: string
    readonly passwordHash: string | null
    readonly mayJoin: boolean
  } | null
}

/** The open invitation a link's token belongs to, or null. Changes nothing. */
export const findInvitation = async (db: Executor, token: string): Promise<FoundInvitation | null> => {
  const parsed = parseReviewLinkCode(token)
  if (parsed === null) return null
  const [row] = await db
    .select({
      id: invitation.id,
      shop: { id: shop.id, name: shop.name },
      email: invitation.email,
      role: invitation.role,
      account: {
        userId: userAccount.id,
        passwordHash: userAccount.passwordHash,
        isOperator: userAccount.isOperator,
        disabledAt: userAccount.disabledAt,
      },
    })
    .from(invitation)
    .innerJoin(shop, eq(shop.id, invitation.shopId))
    .leftJoin(userAccount, eq(userAccount.email, invitation.email))
    .where(and(eq(invitation.shopId, parsed.shopId), eq(invitation.tokenHash, parsed.tokenHash), isOpen))
    .limit(1)
  if (row === undefined) return null
  if (row.account === null) return { ...row, account: null }
  const { userId, passwordHash, isOperator, disabledAt } = row.account
  return { ...row, account: { userId, passwordHash, mayJoin: !isOperator && disabledAt === null } }
}
