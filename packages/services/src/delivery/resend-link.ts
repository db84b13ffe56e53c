import { order, reviewRequest } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { sendFreshLink } from '@afterword/jobs/definitions/send-fresh-link'
import { and, eq } from 'drizzle-orm'
import { requireMember } from '../access.ts'
import { writeAudit } from '../audit.ts'
import type { ServiceContext } from '../context.ts'

const throttleSeconds = 24 * 3600

/**
 * Mails a fresh link to a customer whose review never arrived; at most one a day for a request.
 *
 * @throws DomainError `review_request.not_found`, `permission.denied`
 */
export const resendLink = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: { readonly reviewRequestId: string }
}): Promise<void> => {
  const { shopId } = requireMember(ctx, 'delivery.resend')
  await ctx.db.transaction(async (tx) => {
    const [found] = await tx
      .select({ customerId: order.customerId })
      .from(reviewRequest)
      .innerJoin(order, and(eq(order.shopId, reviewRequest.shopId), eq(order.id, reviewRequest.orderId)))
      .where(and(eq(reviewRequest.shopId, shopId), eq(reviewRequest.id, input.reviewRequestId)))
    if (found === undefined) throw new DomainError('review_request.not_found')
    const throttle = { key: `resend ${input.reviewRequestId}`, seconds: throttleSeconds }
    await ctx.jobs.enqueue(tx, sendFreshLink, { shopId, customerId: found.customerId }, { throttle })
    await writeAudit(tx, ctx, { shopId, action: 'delivery.resend', subjectId: input.reviewRequestId })
  })
}
