import { customer, reviewRequest } from '@afterword/db/schema'
import { sendReviewRequest } from '@afterword/jobs/definitions/send-review-request'
import { and, eq, isNotNull } from 'drizzle-orm'
import { writeAudit } from '../../kernel/audit.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { inTransaction } from '../../kernel/in-transaction.ts'
import { isRequestOf } from './internal/requests-of.ts'
import { findSubscriber, type SubscriptionInput } from './internal/subscriber.ts'

/**
 * Undoes `unsubscribe`: requests go out again, also those it cancelled. Doing it again changes
 * nothing.
 *
 * @throws DomainError `review_link.not_found`, `subscription.email_mismatch`
 */
export const resubscribe = async ({ ctx, input }: { ctx: ServiceContext; input: SubscriptionInput }): Promise<void> => {
  const { shopId, customerId, asCustomer } = await findSubscriber(ctx, input)
  await inTransaction(ctx, async (tx) => {
    const changed = await tx
      .update(customer)
      .set({ unsubscribedAt: null })
      .where(and(eq(customer.shopId, shopId), eq(customer.id, customerId), isNotNull(customer.unsubscribedAt)))
      .returning({ id: customer.id })
    if (changed.length === 0) return
    const restored = await tx
      .update(reviewRequest)
      .set({ cancelledAt: null, cancelReason: null })
      .where(and(isRequestOf(tx, { shopId, customerId }), eq(reviewRequest.cancelReason, 'unsubscribed')))
      .returning({ reviewRequestId: reviewRequest.id, startAfter: reviewRequest.sendAt })
    for (const { reviewRequestId, startAfter } of restored) {
      await ctx.jobs.enqueue(tx, sendReviewRequest, { shopId, reviewRequestId }, { startAfter })
    }
    const details = { restoredRequests: restored.length }
    await writeAudit(tx, asCustomer, { shopId, action: 'customer.resubscribe', subjectId: customerId, details })
  })
}
