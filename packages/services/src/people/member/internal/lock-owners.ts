import type { Transaction } from '@afterword/db/connection/client'
import { member } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { and, asc, eq } from 'drizzle-orm'
import type { Member } from '../../../kernel/access.ts'

/**
 * Locks the shop's owners until the transaction ends, so that anyone who changes the shop's people does so
 * one after the other: a second caller sees what the first has done. The one who acts must still be
 * an owner then.
 *
 * @returns The owners' user ids, one at least.
 * @throws DomainError `permission.denied` when the caller is an owner no more
 */
export const lockOwners = async (tx: Transaction, caller: Member): Promise<readonly string[]> => {
  const rows = await tx
    .select({ userId: member.userId })
    .from(member)
    .where(and(eq(member.shopId, caller.shopId), eq(member.role, 'owner')))
    .orderBy(asc(member.userId))
    .for('update')
  const owners = rows.map(({ userId }) => userId)
  if (!owners.includes(caller.userId)) throw new DomainError('permission.denied')
  return owners
}

/** @throws DomainError `member.last_owner` when the shop would be left without one */
export const requireOtherOwner = (owners: readonly string[], userId: string): void => {
  if (owners.length === 1 && owners[0] === userId) throw new DomainError('member.last_owner')
}
