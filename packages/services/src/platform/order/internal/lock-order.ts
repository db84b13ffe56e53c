import { order } from '@afterword/db/schema'
import { and, eq } from 'drizzle-orm'
import type { ShopScope } from '../../../shop/shop-scope.ts'

export type OrderRow = typeof order.$inferSelect

/**
 * The order's row, locked until the transaction ends. An order nobody told us of yet is made as a
 * placeholder (`platformUpdatedAt` null) that its own message completes, so that a fulfilment or a
 * refund may come first. Two messages of one order at a time wait for each other here.
 */
export const lockOrder = async ({ tx, shop }: ShopScope, platformId: string): Promise<OrderRow> => {
  await tx.insert(order).values({ shopId: shop.id, platformId }).onConflictDoNothing()
  const [row] = await tx
    .select()
    .from(order)
    .where(and(eq(order.shopId, shop.id), eq(order.platformId, platformId)))
    .for('update')
  if (row === undefined) throw new Error('an order that was just made is not there')
  return row
}
