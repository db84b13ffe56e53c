import type { ChangeRole } from '@afterword/validation/session/member'
import { isLesserRole } from '@afterword/validation/session/rules'
import { member } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { and, eq } from 'drizzle-orm'
import { requireMember } from '../../kernel/access.ts'
import { writeAudit, writeAuditBeside } from '../../kernel/audit.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { inTransaction } from '../../kernel/in-transaction.ts'
import { lockOwners, requireOtherOwner } from './internal/lock-owners.ts'
import { revokeInvitationsBy } from './internal/revoke-invitations-by.ts'

/**
 * Gives a member of the shop another role. It counts from that person's next write on. Giving the
 * role they have already changes nothing.
 *
 * @throws DomainError `member.not_found`, `member.last_owner`, `permission.denied`, `step_up.required`
 */
export const changeRole = async ({ ctx, input }: { ctx: ServiceContext; input: ChangeRole }): Promise<ChangeRole> => {
  const caller = requireMember(ctx, 'member.write')
  const { shopId } = caller
  const { userId, role } = input
  await inTransaction(ctx, async (tx, joined) => {
    const owners = await lockOwners(tx, caller)
    if (role !== 'owner') requireOtherOwner(owners, userId)
    const isMember = and(eq(member.shopId, shopId), eq(member.userId, userId))
    const [before] = await tx.select({ role: member.role }).from(member).where(isMember).for('update')
    if (before === undefined) throw new DomainError('member.not_found')
    if (before.role === role) return
    await tx.update(member).set({ role }).where(isMember)
    const revokedInvitations = before.role === 'owner' ? await revokeInvitationsBy(tx, { shopId, userId }) : 0
    await (isLesserRole(role, before.role) ? writeAuditBeside : writeAudit)(tx, joined, {
      shopId,
      action: 'member.change_role',
      subjectId: userId,
      details: { from: before.role, to: role, revokedInvitations },
    })
  })
  return { userId, role }
}
