import { customer, reviewRequest } from '@afterword/db/schema'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { writeAuditBeside } from '../../kernel/audit.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { inTransaction } from '../../kernel/in-transaction.ts'
import { isOpenRequest } from '../request/request-state.ts'
import { isRequestOf } from './internal/requests-of.ts'
import { findSubscriber, type SubscriptionInput } from './internal/subscriber.ts'

/**
 * Ends review requests to the customer an unsubscribe link was sent to, and cancels those that have
 * not gone out. Doing it again changes nothing.
 *
 * @throws DomainError `review_link.not_found`, `subscription.email_mismatch`
 */
export const unsubscribe = async ({ ctx, input }: { ctx: ServiceContext; input: SubscriptionInput }): Promise<void> => {
  const { shopId, customerId, asCustomer } = await findSubscriber(ctx, input)
  await inTransaction(ctx, async (tx, joined) => {
    const changed = await tx
      .update(customer)
      .set({ unsubscribedAt: sql`now()` })
      .where(and(eq(customer.shopId, shopId), eq(customer.id, customerId), isNull(customer.unsubscribedAt)))
      .returning({ id: customer.id })
    if (changed.length === 0) return
    const cancelled = await tx
      .update(reviewRequest)
      .set({ cancelledAt: sql`now()`, cancelReason: 'unsubscribed' })
      .where(and(isRequestOf(tx, { shopId, customerId }), isOpenRequest))
      .returning({ id: reviewRequest.id })
    const details = { cancelledRequests: cancelled.length }
    await writeAuditBeside(
      tx,
      { ...joined, principal: asCustomer.principal },
      { shopId, action: 'customer.unsubscribe', subjectId: customerId, details },
    )
  })
}
