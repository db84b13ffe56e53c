import { reviewRequest, shop } from '@afterword/db/schema'
import { and, eq, isNull } from 'drizzle-orm'
import { writeAudit } from '../audit.ts'
import type { DeliveryResult, ShopScope } from '../webhook/shop-scope.ts'

/** The shop removed us: nothing that is not sent yet goes out. Its data stays. */
export const uninstallShop = async ({ tx, ctx, shop: { id, uninstalledAt } }: ShopScope): Promise<DeliveryResult> => {
  if (uninstalledAt !== null) return { outcome: 'ignored', reason: 'shop_uninstalled' }
  const now = ctx.now()
  await tx.update(shop).set({ uninstalledAt: now }).where(eq(shop.id, id))
  const cancelled = await tx
    .update(reviewRequest)
    .set({ cancelledAt: now, cancelReason: 'shop_uninstalled' })
    .where(
      and(
        eq(reviewRequest.shopId, id),
        isNull(reviewRequest.sentAt),
        isNull(reviewRequest.cancelledAt),
        isNull(reviewRequest.givenUpAt),
      ),
    )
    .returning({ id: reviewRequest.id })
  await writeAudit(tx, ctx, {
    shopId: id,
    action: 'shop.uninstall',
    subjectId: id,
    details: { cancelledRequests: cancelled.length },
  })
  return { outcome: 'processed', reason: null }
}
