import { invitation } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { and, eq, sql } from 'drizzle-orm'
import { requireMember } from '../../kernel/access.ts'
import { writeAudit } from '../../kernel/audit.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { inTransaction } from '../../kernel/in-transaction.ts'
import { lockOwners } from '../member/internal/lock-owners.ts'
import { enqueueInvitationMail } from './internal/enqueue-mail.ts'
import { invitationDays, isUnanswered } from './internal/open-invitation.ts'
import { requireAllowance } from './internal/require-allowance.ts'

/**
 * Sends an unanswered invitation again, also one whose time had run out. The new mail's link is the
 * only one that works from then on.
 *
 * @throws DomainError `invitation.not_found`, `invitation.limit_reached`, `permission.denied`,
 *   `step_up.required`
 */
export const resendInvitation = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: { readonly invitationId: string }
}): Promise<{ readonly invitationId: string }> => {
  const caller = requireMember(ctx, 'member.write')
  const { shopId, userId } = caller
  const { invitationId } = input
  await inTransaction(ctx, async (tx) => {
    await lockOwners(tx, caller)
    await requireAllowance(tx, shopId)
    const [renewed] = await tx
      .update(invitation)
      .set({ invitedBy: userId, expiresAt: sql`clock_timestamp() + make_interval(days => ${invitationDays})` })
      .where(and(eq(invitation.shopId, shopId), eq(invitation.id, invitationId), isUnanswered))
      .returning({ role: invitation.role, email: invitation.email })
    if (renewed === undefined) throw new DomainError('invitation.not_found')
    const { role, email } = renewed
    await enqueueInvitationMail(tx, ctx, { shopId, invitationId, email })
    await writeAudit(tx, ctx, { shopId, action: 'invitation.resend', subjectId: invitationId, details: { role } })
  })
  return { invitationId }
}
