import type { Transaction } from '@afterword/db/connection/client'
import { authEvent, authSession } from '@afterword/db/schema'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../../kernel/context.ts'
import { afterCommit } from '../../../kernel/in-transaction.ts'
import { recordBeside } from '../../../kernel/record-beside.ts'

/**
 * Ends every session in which a person acts for one shop. Their sessions for other shops go on.
 *
 * @returns how many there were
 */
export const endShopSessions = async (
  tx: Transaction,
  ctx: Pick<ServiceContext, 'db' | 'within' | 'onLostRecord'>,
  { shopId, userId }: { readonly shopId: string; readonly userId: string },
): Promise<number> => {
  const ended = await tx
    .update(authSession)
    .set({ revokedAt: sql`clock_timestamp()`, revokeReason: 'admin' })
    .where(and(eq(authSession.userId, userId), eq(authSession.shopId, shopId), isNull(authSession.revokedAt)))
    .returning({ sessionId: authSession.id })
  const events = ended.map(({ sessionId }) => ({ type: 'session_ended' as const, sessionId, userId }))
  if (events.length === 0) return 0
  await recordBeside(
    tx,
    async (inner) => void (await inner.insert(authEvent).values(events)),
    (error) => afterCommit(ctx, () => ctx.onLostRecord?.({ events }, error)),
  )
  return ended.length
}
