import type { InviteMember } from '@afterword/validation/session/member'
import type { Invited } from '@afterword/validation/session/member'
import type { Transaction } from '@afterword/db/connection/client'
import { invitation, invitationAnswers, member, userAccount } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { sql } from 'drizzle-orm'
import { requireMember } from '../../kernel/access.ts'
import { writeAudit } from '../../kernel/audit.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { inTransaction } from '../../kernel/in-transaction.ts'
import { lockOwners } from '../member/internal/lock-owners.ts'
import { enqueueInvitationMail } from './internal/enqueue-mail.ts'
import { invitationDays } from './internal/open-invitation.ts'
import { requireAllowance } from './internal/require-allowance.ts'

interface Wanted extends InviteMember {
  readonly shopId: string
  /** Who invites. */
  readonly userId: string
}

/** One statement, so that an address has one open invitation however many ask at once. */
const saveInvitation = async (tx: Transaction, wanted: Wanted): Promise<Invited> => {
  const [row] = await tx.execute<{ id: string; is_new: boolean }>(sql`
    insert into ${invitation} as i (shop_id, email, role, invited_by, expires_at)
    select ${wanted.shopId}::uuid, ${wanted.email}::citext, ${wanted.role}, ${wanted.userId}::uuid,
      clock_timestamp() + make_interval(days => ${invitationDays})
    where not exists (
      select from ${member} m join ${userAccount} u on u.id = m.user_id
      where m.shop_id = ${wanted.shopId}::uuid and u.email = ${wanted.email}::citext)
    on conflict (shop_id, email) where ${sql.raw(invitationAnswers.map((answer) => `${answer} is null`).join(' and '))}
    do update set role = excluded.role, invited_by = excluded.invited_by, expires_at = excluded.expires_at
    returning i.id, i.xmax = 0 as is_new`)
  if (row === undefined) throw new DomainError('member.exists')
  return { invitationId: row.id, sent: row.is_new ? 'first' : 'again' }
}

/**
 * Asks somebody to join the shop: stores the invitation and has its mail sent. An address with an
 * open invitation gets the mail again, as far as its allowance goes (enqueue-mail.ts).
 *
 * @throws DomainError `member.exists`, `invitation.limit_reached`, `permission.denied`, `step_up.required`
 */
export const inviteMember = async ({ ctx, input }: { ctx: ServiceContext; input: InviteMember }): Promise<Invited> => {
  const caller = requireMember(ctx, 'member.write')
  const { shopId, userId } = caller
  return await inTransaction(ctx, async (tx) => {
    await lockOwners(tx, caller)
    await requireAllowance(tx, shopId)
    const invited = await saveInvitation(tx, { shopId, userId, ...input })
    const { invitationId, sent } = invited
    await enqueueInvitationMail(tx, ctx, { shopId, invitationId, email: input.email })
    await writeAudit(tx, ctx, {
      shopId,
      action: sent === 'first' ? 'invitation.create' : 'invitation.resend',
      subjectId: invitationId,
      details: { role: input.role },
    })
    return invited
  })
}
