import { reviewRequest } from '@afterword/db/schema'
import { sendReviewRequest } from '@afterword/jobs/definitions/send-review-request'
import { and, asc, eq, lte } from 'drizzle-orm'
import type { ShopScope } from '../../shop/shop-scope.ts'
import { isOpenRequest } from './request-state.ts'

/** Mails put on their way at once; those beyond go when their own wait ends. */
const mostAtOnce = 1_000

/** Enqueues a shop's mails whose time came while it seemed gone. */
export const queueDueRequests = async ({ tx, ctx, shop: { id: shopId } }: ShopScope): Promise<void> => {
  const due = await tx
    .select({ id: reviewRequest.id })
    .from(reviewRequest)
    .where(and(eq(reviewRequest.shopId, shopId), isOpenRequest, lte(reviewRequest.sendAt, ctx.now())))
    .orderBy(asc(reviewRequest.sendAt))
    .limit(mostAtOnce)
  for (const { id } of due) await ctx.jobs.enqueue(tx, sendReviewRequest, { shopId, reviewRequestId: id })
}
