import { member, userAccount } from '@afterword/db/schema'
import { and, asc, eq, sql } from 'drizzle-orm'
import type { Executor } from '@afterword/db/connection/client'
import type { MemberRole } from './principal.ts'

/** Whom a session will speak for. */
export interface SessionSubject {
  readonly userId: string
  readonly userEpoch: number
  readonly kind: 'member' | 'operator'
  readonly shopId: string | null
  readonly role: MemberRole | null
}

/**
 * The shop a person acts for after sign-in: the wanted one, else the one they joined first. Operators
 * act for none.
 *
 * @returns null when the account is disabled or belongs to no shop (or not to the wanted one).
 */
export const findSubject = async (db: Executor, userId: string, shopId?: string): Promise<SessionSubject | null> => {
  const [row] = await db
    .select({
      isOperator: userAccount.isOperator,
      userEpoch: userAccount.sessionEpoch,
      shopId: member.shopId,
      role: member.role,
    })
    .from(userAccount)
    .leftJoin(
      member,
      and(eq(member.userId, userAccount.id), shopId === undefined ? undefined : eq(member.shopId, shopId)),
    )
    .where(and(eq(userAccount.id, userId), sql`${userAccount.disabledAt} is null`))
    .orderBy(asc(member.createdAt))
    .limit(1)
  if (row === undefined) return null
  if (row.isOperator) return { userId, userEpoch: row.userEpoch, kind: 'operator', shopId: null, role: null }
  if (row.shopId === null) return null
  return { userId, userEpoch: row.userEpoch, kind: 'member', shopId: row.shopId, role: row.role }
}
