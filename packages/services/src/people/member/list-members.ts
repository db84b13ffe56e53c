import type { MemberRole } from '@afterword/auth/principal'
import { invitation, member, userAccount } from '@afterword/db/schema'
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { requireMember } from '../../kernel/access.ts'
import type { ServiceContext } from '../../kernel/context.ts'

export interface MemberList {
  readonly members: {
    readonly userId: string
    readonly name: string
    readonly email: string
    readonly role: MemberRole
    readonly joinedAt: Date
    readonly isYou: boolean
  }[]
  /** Neither accepted nor taken back; one past its end can be sent again. */
  readonly invitations: {
    readonly id: string
    readonly email: string
    readonly role: MemberRole
    readonly expiresAt: Date
    readonly isExpired: boolean
  }[]
}

/** Who belongs to the shop and who was asked to, in the order they came. */
export const listMembers = async ({ ctx }: { ctx: ServiceContext }): Promise<MemberList> => {
  const { shopId, userId: yourId } = requireMember(ctx, 'member.read')
  const members = await ctx.db
    .select({
      userId: member.userId,
      name: userAccount.name,
      email: userAccount.email,
      role: member.role,
      joinedAt: member.createdAt,
    })
    .from(member)
    .innerJoin(userAccount, eq(userAccount.id, member.userId))
    .where(eq(member.shopId, shopId))
    .orderBy(asc(member.createdAt), asc(member.userId))
  const invitations = await ctx.db
    .select({
      id: invitation.id,
      email: invitation.email,
      role: invitation.role,
      expiresAt: invitation.expiresAt,
      isExpired: sql<boolean>`${invitation.expiresAt} <= clock_timestamp()`,
    })
    .from(invitation)
    .where(and(eq(invitation.shopId, shopId), isNull(invitation.acceptedAt), isNull(invitation.revokedAt)))
    .orderBy(asc(invitation.id))
  return { members: members.map((one) => ({ ...one, isYou: one.userId === yourId })), invitations }
}
