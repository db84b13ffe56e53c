import { customer } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { sendFreshLink } from '@afterword/jobs/definitions/send-fresh-link'
import { parseEmail } from '@afterword/validation/primitives/email'
import { and, eq } from 'drizzle-orm'
import type { ServiceContext } from '../../kernel/context.ts'
import { inTransaction } from '../../kernel/in-transaction.ts'
import { getShopCard } from '../../shop/get-shop-card.ts'
import { hasReachableOrder } from './internal/load-fresh-link-orders.ts'
import { takeFreshLinkAllowance } from './internal/take-fresh-link-allowance.ts'

/**
 * Asks for a fresh link to be mailed, for a customer who lost theirs. Whether the address belongs to
 * a customer, and whether a mail goes, shows neither in the answer nor in the time it takes: all are looked
 * up, counted and enqueued alike, and the mail leaves from a job.
 *
 * @param input.email  As typed; spaces around it are dropped.
 * @throws DomainError `shop.not_found`, `email.invalid`
 * @see docs/decisions/032-mail-allowance.md
 */
export const requestFreshLink = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: { readonly shopAccessCode: string; readonly email: string }
}): Promise<void> => {
  const { id: shopId } = await getShopCard({ ctx, input })
  const email = parseEmail(input.email.trim())
  if (email === null) throw new DomainError('email.invalid')
  const [known] = await ctx.db
    .select({ id: customer.id, unsubscribedAt: customer.unsubscribedAt })
    .from(customer)
    .where(and(eq(customer.shopId, shopId), eq(customer.email, email), hasReachableOrder(ctx.db)))
    .limit(1)
  await inTransaction(ctx, async (tx) => {
    const deps = { db: tx, keyring: ctx.keyring }
    const isAllowed = await takeFreshLinkAllowance(deps, { shopId, email, customer: known ?? null })
    const customerId = isAllowed ? (known?.id ?? null) : null
    await ctx.jobs.enqueue(tx, sendFreshLink, { shopId, customerId, reason: 'address_entered' })
  })
}
