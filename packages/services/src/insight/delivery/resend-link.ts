import { customer, order, reviewRequest } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { sendFreshLink } from '@afterword/jobs/definitions/send-fresh-link'
import { foldEmail } from '@afterword/validation/primitives/email'
import { and, eq } from 'drizzle-orm'
import { requireMember } from '../../kernel/access.ts'
import { writeAudit } from '../../kernel/audit.ts'
import { mailedCustomer } from '../../asking/request/mailed-customer.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { inTransaction } from '../../kernel/in-transaction.ts'
import { takeMailAllowance } from '../../mail/mail-allowance.ts'

const throttleSeconds = 24 * 3600

/**
 * Mails a fresh link to a customer whose review never arrived; at most one a day for a request, and few for
 * an address.
 *
 * @throws DomainError `review_request.not_found`, `permission.denied`, `rate.limited`
 */
export const resendLink = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: { readonly reviewRequestId: string }
}): Promise<void> => {
  const { shopId } = requireMember(ctx, 'delivery.resend')
  await inTransaction(ctx, async (tx) => {
    const [found] = await tx
      .select({ customerId: customer.id, email: customer.email })
      .from(reviewRequest)
      .innerJoin(order, and(eq(order.shopId, reviewRequest.shopId), eq(order.id, reviewRequest.orderId)))
      .leftJoin(customer, and(eq(customer.shopId, order.shopId), eq(customer.id, mailedCustomer)))
      .where(and(eq(reviewRequest.shopId, shopId), eq(reviewRequest.id, input.reviewRequestId)))
    if (found === undefined) throw new DomainError('review_request.not_found')
    // Several orders of one customer are several requests to one address.
    const address = foldEmail(found.email ?? '')
    const deps = { db: tx, keyring: ctx.keyring }
    if (address !== null && !(await takeMailAllowance(deps, 'fresh_link.resent', `${shopId} ${address}`))) {
      throw new DomainError('rate.limited')
    }
    const throttle = { key: `resend ${input.reviewRequestId}`, seconds: throttleSeconds }
    const job = { shopId, customerId: found.customerId, reason: 'review_missing' } as const
    await ctx.jobs.enqueue(tx, sendFreshLink, job, { throttle })
    await writeAudit(tx, ctx, { shopId, action: 'delivery.resend', subjectId: input.reviewRequestId })
  })
}
