import type { Transaction } from '@afterword/db/connection/client'
import { invitation } from '@afterword/db/schema'
import { and, eq, sql } from 'drizzle-orm'
import { isUnanswered } from '../../invitation/internal/open-invitation.ts'

/**
 * Takes back the open invitations of somebody who is no owner any more, so that they cannot come back,
 * or bring others in, through one they left behind.
 *
 * @returns how many there were
 */
export const revokeInvitationsBy = async (
  tx: Transaction,
  { shopId, userId }: { readonly shopId: string; readonly userId: string },
): Promise<number> => {
  const revoked = await tx
    .update(invitation)
    .set({ revokedAt: sql`clock_timestamp()` })
    .where(and(eq(invitation.shopId, shopId), eq(invitation.invitedBy, userId), isUnanswered))
    .returning({ id: invitation.id })
  return revoked.length
}
