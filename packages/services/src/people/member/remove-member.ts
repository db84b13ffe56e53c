import { member } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { and, eq } from 'drizzle-orm'
import { requireMember } from '../../kernel/access.ts'
import { writeAuditBeside } from '../../kernel/audit.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { inTransaction } from '../../kernel/in-transaction.ts'
import { endShopSessions } from './internal/end-shop-sessions.ts'
import { lockOwners, requireOtherOwner } from './internal/lock-owners.ts'
import { revokeInvitationsBy } from './internal/revoke-invitations-by.ts'

/**
 * Takes a person out of the shop. Their sessions for it end in the same transaction, so that nothing
 * they send afterwards is written; the account and other shops stay theirs. An owner may leave this
 * way as well, as long as another one stays.
 *
 * @throws DomainError `member.not_found`, `member.last_owner`, `permission.denied`, `step_up.required`
 */
export const removeMember = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: { readonly userId: string }
}): Promise<{ readonly userId: string }> => {
  const caller = requireMember(ctx, 'member.write')
  const { shopId } = caller
  const { userId } = input
  await inTransaction(ctx, async (tx, joined) => {
    requireOtherOwner(await lockOwners(tx, caller), userId)
    const [removed] = await tx
      .delete(member)
      .where(and(eq(member.shopId, shopId), eq(member.userId, userId)))
      .returning({ role: member.role })
    if (removed === undefined) throw new DomainError('member.not_found')
    const endedSessions = await endShopSessions(tx, joined, { shopId, userId })
    const revokedInvitations = await revokeInvitationsBy(tx, { shopId, userId })
    await writeAuditBeside(tx, joined, {
      shopId,
      action: 'member.remove',
      subjectId: userId,
      details: { role: removed.role, endedSessions, revokedInvitations },
    })
  })
  return { userId }
}
