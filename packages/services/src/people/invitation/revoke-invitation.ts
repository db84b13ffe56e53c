import { invitation } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { and, eq, sql } from 'drizzle-orm'
import { requireMember } from '../../kernel/access.ts'
import { writeAuditBeside } from '../../kernel/audit.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { inTransaction } from '../../kernel/in-transaction.ts'
import { lockOwners } from '../member/internal/lock-owners.ts'
import { isUnanswered } from './internal/open-invitation.ts'

/**
 * Takes an invitation back. Its link stops working at once.
 *
 * @throws DomainError `invitation.not_found` also when it was accepted first, `permission.denied`,
 *   `step_up.required`
 */
export const revokeInvitation = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: { readonly invitationId: string }
}): Promise<{ readonly invitationId: string }> => {
  const caller = requireMember(ctx, 'member.write')
  const { shopId } = caller
  const { invitationId } = input
  await inTransaction(ctx, async (tx, joined) => {
    await lockOwners(tx, caller)
    const [revoked] = await tx
      .update(invitation)
      .set({ revokedAt: sql`clock_timestamp()` })
      .where(and(eq(invitation.shopId, shopId), eq(invitation.id, invitationId), isUnanswered))
      .returning({ role: invitation.role })
    if (revoked === undefined) throw new DomainError('invitation.not_found')
    await writeAuditBeside(tx, joined, {
      shopId,
      action: 'invitation.revoke',
      subjectId: invitationId,
      details: revoked,
    })
  })
  return { invitationId }
}
