import type { MemberList } from '@afterword/validation/session/member'
import { invitation, member, userAccount } from '@afterword/db/schema'
import { and, asc, eq } from 'drizzle-orm'
import { requireMember } from '../../kernel/access.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { isPastEnd, isUnanswered } from '../invitation/internal/open-invitation.ts'

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
      isExpired: isPastEnd,
    })
    .from(invitation)
    .where(and(eq(invitation.shopId, shopId), isUnanswered))
    .orderBy(asc(invitation.id))
  return { members: members.map((one) => ({ ...one, isYou: one.userId === yourId })), invitations }
}
