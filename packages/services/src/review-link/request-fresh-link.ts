import { customer, order } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { sendFreshLink } from '@afterword/jobs/definitions/send-fresh-link'
import { parseEmail } from '@afterword/validation/email'
import { and, eq, exists } from 'drizzle-orm'
import type { ServiceContext } from '../context.ts'
import { getShopCard } from '../shop/get-shop-card.ts'

const throttleSeconds = 60

/**
 * Asks for a fresh link to be mailed, for a customer who lost theirs. Whether the address belongs to
 * a customer shows neither in the answer nor in the time it takes: both are looked up and enqueued
 * alike, and the mail leaves from a job. One mail per address and minute.
 *
 * @param input.email  As typed; spaces around it are dropped.
 * @throws DomainError `shop.not_found`, `email.invalid`
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
  const hasOrder = exists(
    ctx.db
      .select({ id: order.id })
      .from(order)
      .where(and(eq(order.shopId, customer.shopId), eq(order.customerId, customer.id))),
  )
  const [known] = await ctx.db
    .select({ id: customer.id })
    .from(customer)
    .where(and(eq(customer.shopId, shopId), eq(customer.email, email), hasOrder))
    .limit(1)
  const key = Buffer.from(ctx.keyring.hmac('fresh-link-throttle', `${shopId} ${email.toLowerCase()}`)).toString('hex')
  const data = { shopId, customerId: known?.id ?? null }
  await ctx.jobs.enqueue(ctx.db, sendFreshLink, data, { throttle: { key, seconds: throttleSeconds } })
}
