import { order as orderTable } from '@afterword/db/schema'
import { and, eq, gt, isNull, or } from 'drizzle-orm'
import { writeAudit } from '../../../kernel/audit.ts'
import type { ShopScope } from '../../../shop/shop-scope.ts'
import type { OrderRow } from './lock-order.ts'

/**
 * Notes that an order was cancelled; the earliest time told stays. An order never comes back.
 *
 * @returns Whether it was new.
 */
export const cancelOrder = async (
  { tx, ctx, shop }: ShopScope,
  order: Pick<OrderRow, 'id' | 'cancelledAt'>,
  cancelledAt: Date,
): Promise<boolean> => {
  const changed = await tx
    .update(orderTable)
    .set({ cancelledAt })
    .where(
      and(
        eq(orderTable.shopId, shop.id),
        eq(orderTable.id, order.id),
        or(isNull(orderTable.cancelledAt), gt(orderTable.cancelledAt, cancelledAt)),
      ),
    )
    .returning({ id: orderTable.id })
  if (changed.length === 0) return false
  if (order.cancelledAt === null) {
    const details = { cancelledAt }
    await writeAudit(tx, ctx, { shopId: shop.id, action: 'order.cancel', subjectId: order.id, details })
  }
  return true
}
