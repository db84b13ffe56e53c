import { userAccount } from '@afterword/db/schema'
import type { NewPerson } from '@afterword/validation/shop/new-shop'
import { eq } from 'drizzle-orm'
import { requireSystem } from '../../kernel/access.ts'
import type { ConsoleContext } from '../../kernel/context.ts'
import { writeOperatorAudit } from '../../kernel/operator-audit.ts'
import { inTransaction } from '../../kernel/in-transaction.ts'
import { findOrAddPerson } from './find-or-add-person.ts'

/**
 * Lets somebody run the installation. Somebody known already keeps name, password and shops.
 *
 * @throws DomainError `permission.denied`
 */
export const addOperator = async ({
  ctx,
  input,
}: {
  ctx: ConsoleContext
  input: NewPerson
}): Promise<{ readonly isNew: boolean }> => {
  requireSystem(ctx)
  return await inTransaction(ctx, async (tx) => {
    const { userId, isNew } = await findOrAddPerson(tx, input)
    await tx.update(userAccount).set({ isOperator: true }).where(eq(userAccount.id, userId))
    await writeOperatorAudit(tx, ctx, { action: 'operator.add', subject: userId, details: { isNew } })
    return { isNew }
  })
}
