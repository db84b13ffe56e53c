import { customer, order, reviewRequest } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { and, eq } from 'drizzle-orm'
import type { ServiceContext } from '../context.ts'
import { findReviewLink } from '../review-link/find-review-link.ts'

export interface Subscriber {
  readonly shopId: string
  readonly customerId: string
  readonly email: string
  readonly unsubscribedAt: Date | null
  /** The caller as the customer the link was sent to, for the audit log. */
  readonly asCustomer: ServiceContext
}

export interface SubscriptionInput {
  readonly code: string
  /**
   * What a person typed on the page: mail scanners press its button, but type nothing. Left out by
   * mail services that act on the customer's behalf (RFC 8058).
   */
  readonly typedEmail?: string
}

/**
 * The customer an unsubscribe link was sent to.
 *
 * @throws DomainError `review_link.not_found`, also when the order has no customer any more;
 *   `subscription.email_mismatch` when an address was typed that is not theirs
 */
export const findSubscriber = async (
  ctx: ServiceContext,
  { code, typedEmail }: SubscriptionInput,
): Promise<Subscriber> => {
  const { shopId, reviewRequestId } = await findReviewLink({ ctx, input: { code, purpose: 'unsubscribe' } })
  const [row] = await ctx.db
    .select({ customerId: customer.id, email: customer.email, unsubscribedAt: customer.unsubscribedAt })
    .from(reviewRequest)
    .innerJoin(order, and(eq(order.shopId, reviewRequest.shopId), eq(order.id, reviewRequest.orderId)))
    .innerJoin(customer, and(eq(customer.shopId, order.shopId), eq(customer.id, order.customerId)))
    .where(and(eq(reviewRequest.shopId, shopId), eq(reviewRequest.id, reviewRequestId)))
    .limit(1)
  if (row === undefined) throw new DomainError('review_link.not_found')
  const isTheirs = typedEmail === undefined || typedEmail.trim().toLowerCase() === row.email.toLowerCase()
  if (!isTheirs) throw new DomainError('subscription.email_mismatch')
  return { ...row, shopId, asCustomer: { ...ctx, principal: { kind: 'customer', shopId, reviewRequestId } } }
}
