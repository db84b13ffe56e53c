import { customer } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { foldEmail } from '@afterword/validation/primitives/email'
import { and, eq } from 'drizzle-orm'
import type { ServiceContext } from '../../../kernel/context.ts'
import { findReviewLink } from '../../link/find-review-link.ts'

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
 * @throws DomainError `review_link.not_found`, also when it was sent to no customer we know;
 *   `subscription.email_mismatch` when an address was typed that is not theirs
 */
export const findSubscriber = async (
  ctx: ServiceContext,
  { code, typedEmail }: SubscriptionInput,
): Promise<Subscriber> => {
  const link = await findReviewLink({ ctx, input: { code, purpose: 'unsubscribe' } })
  const { shopId, reviewRequestId } = link
  if (link.customerId === null) throw new DomainError('review_link.not_found')
  const [row] = await ctx.db
    .select({ customerId: customer.id, email: customer.email, unsubscribedAt: customer.unsubscribedAt })
    .from(customer)
    .where(and(eq(customer.shopId, shopId), eq(customer.id, link.customerId)))
    .limit(1)
  if (row === undefined) throw new DomainError('review_link.not_found')
  const isTheirs = typedEmail === undefined || foldEmail(typedEmail) === foldEmail(row.email)
  if (!isTheirs) throw new DomainError('subscription.email_mismatch')
  return { ...row, shopId, asCustomer: { ...ctx, principal: { kind: 'customer', shopId, reviewRequestId } } }
}
