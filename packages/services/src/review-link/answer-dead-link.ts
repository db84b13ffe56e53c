import { customer, oldLinkCode, order, reviewLink, reviewRequest, shop } from '@afterword/db/schema'
import { sendFreshLink } from '@afterword/jobs/definitions/send-fresh-link'
import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import type { ServiceContext } from '../context.ts'
import type { DeadLink } from './request-link-again.ts'

/** Whoever presses the button of somebody else's dead link cannot fill their mailbox with it. */
const throttleSeconds = 3_600

interface Owner {
  readonly shopId: string
  readonly customerId: string | null
}

const bytesOf = (hex: string): Uint8Array => Buffer.from(hex, 'hex')

/** The customers a link once went to. An old code may have gone to several: each hears of their own orders. */
const findOwners = async (ctx: ServiceContext, link: NonNullable<DeadLink>): Promise<Owner[]> => {
  if (link.kind === 'old') {
    return await ctx.db
      .select({ shopId: oldLinkCode.shopId, customerId: oldLinkCode.customerId })
      .from(oldLinkCode)
      .innerJoin(shop, and(eq(shop.id, oldLinkCode.shopId), isNull(shop.uninstalledAt)))
      .where(and(eq(oldLinkCode.codeHash, bytesOf(link.codeHash)), gt(oldLinkCode.expiresAt, sql`now()`)))
  }
  return await ctx.db
    .select({ shopId: reviewLink.shopId, customerId: customer.id })
    .from(reviewLink)
    .innerJoin(
      reviewRequest,
      and(eq(reviewRequest.shopId, reviewLink.shopId), eq(reviewRequest.id, reviewLink.reviewRequestId)),
    )
    .innerJoin(order, and(eq(order.shopId, reviewRequest.shopId), eq(order.id, reviewRequest.orderId)))
    .innerJoin(customer, and(eq(customer.shopId, order.shopId), eq(customer.id, order.customerId)))
    .where(
      and(
        eq(reviewLink.shopId, link.shopId),
        eq(reviewLink.tokenHash, bytesOf(link.tokenHash)),
        eq(reviewLink.purpose, 'review'),
      ),
    )
}

/**
 * Has a fresh link mailed to whoever a dead link belonged to: one mail per customer and hour.
 *
 * @returns How many customers that were.
 */
export const answerDeadLink = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: { readonly link: DeadLink }
}): Promise<number> => {
  const owners = input.link === null ? [] : await findOwners(ctx, input.link)
  for (const { shopId, customerId } of owners) {
    const throttle = { key: `again ${shopId} ${customerId}`, seconds: throttleSeconds }
    await ctx.jobs.enqueue(ctx.db, sendFreshLink, { shopId, customerId }, { throttle })
  }
  return owners.length
}
