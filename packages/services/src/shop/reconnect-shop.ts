import { shop } from '@afterword/db/schema'
import { and, eq, isNotNull } from 'drizzle-orm'
import { writeAudit } from '../kernel/audit.ts'
import type { ShopScope } from './shop-scope.ts'

/**
 * Takes an uninstall back: the platform told something newer of the shop. What waited meanwhile is its caller's.
 *
 * @returns The shop as it is now, and whether this call was the one that took it back.
 */
export const reconnectShop = async (scope: ShopScope): Promise<{ scope: ShopScope; isChanged: boolean }> => {
  const { tx, ctx } = scope
  const { id } = scope.shop
  const connected = await tx
    .update(shop)
    .set({ uninstalledAt: null })
    .where(and(eq(shop.id, id), isNotNull(shop.uninstalledAt)))
    .returning({ id: shop.id })
  const isChanged = connected.length > 0
  if (isChanged) await writeAudit(tx, ctx, { shopId: id, action: 'shop.reconnect', subjectId: id })
  return { scope: { ...scope, shop: { ...scope.shop, uninstalledAt: null } }, isChanged }
}
