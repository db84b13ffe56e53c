import { reviewRequest, shop } from '@afterword/db/schema'
import { sendReviewRequest } from '@afterword/jobs/definitions/send-review-request'
import { and, asc, eq, isNotNull, isNull, lte } from 'drizzle-orm'
import { writeAudit } from '../kernel/audit.ts'
import type { ShopScope } from './shop-scope.ts'

/** Mails put on their way at once; those beyond go when their own wait ends. */
const mostAtOnce = 1_000

/** Mails whose time came while the shop seemed gone. */
const sendWaiting = async ({ tx, ctx, shop: { id: shopId } }: ShopScope): Promise<void> => {
  const isWaiting = and(
    eq(reviewRequest.shopId, shopId),
    isNull(reviewRequest.sentAt),
    isNull(reviewRequest.cancelledAt),
    isNull(reviewRequest.givenUpAt),
    lte(reviewRequest.sendAt, ctx.now()),
  )
  const waiting = await tx
    .select({ id: reviewRequest.id })
    .from(reviewRequest)
    .where(isWaiting)
    .orderBy(asc(reviewRequest.sendAt))
    .limit(mostAtOnce)
  for (const { id } of waiting) await ctx.jobs.enqueue(tx, sendReviewRequest, { shopId, reviewRequestId: id })
}

/**
 * Takes an uninstall back: the platform told something newer of the shop. Its mails go out again.
 *
 * @returns The scope with the shop as it is now.
 */
export const reconnectShop = async (scope: ShopScope): Promise<ShopScope> => {
  const { tx, ctx } = scope
  const { id } = scope.shop
  const connected = await tx
    .update(shop)
    .set({ uninstalledAt: null })
    .where(and(eq(shop.id, id), isNotNull(shop.uninstalledAt)))
    .returning({ id: shop.id })
  if (connected.length > 0) {
    await writeAudit(tx, ctx, { shopId: id, action: 'shop.reconnect', subjectId: id })
    await sendWaiting(scope)
  }
  return { ...scope, shop: { ...scope.shop, uninstalledAt: null } }
}
