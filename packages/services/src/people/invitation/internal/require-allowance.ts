import type { Transaction } from '@afterword/db/connection/client'
import { auditLog } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { and, eq, gt, inArray, sql } from 'drizzle-orm'

/** Invitations a shop may send within 24 hours, repeated ones included: a stolen session mails no crowd. */
export const invitationsPerDay = 50

/**
 * Makes sure that the shop may send one more invitation. Exact when the caller holds the shop's owners
 * locked: nobody else counts at the same time then.
 *
 * @throws DomainError `invitation.limit_reached`
 */
export const requireAllowance = async (tx: Transaction, shopId: string): Promise<void> => {
  const [row] = await tx
    .select({ sent: sql<number>`count(*)::int` })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.shopId, shopId),
        // Ids sort by time, so this reads a day of the log and not all of it.
        gt(auditLog.id, sql`uuidv7(interval '-1 day')`),
        inArray(auditLog.action, ['invitation.create', 'invitation.resend']),
      ),
    )
  if ((row?.sent ?? 0) >= invitationsPerDay) throw new DomainError('invitation.limit_reached')
}
