import { product } from '@afterword/db/schema'
import { isNull, sql } from 'drizzle-orm'
import { writeAudit } from '../../../kernel/audit.ts'
import type { DeliveryResult, ShopScope } from '../../../shop/shop-scope.ts'

/**
 * Marks a product as deleted, for good: its reviews stay, and whatever the platform says of it later is ignored. A
 * product nobody told of yet is remembered as deleted, for what is on its way about it is older.
 */
export const deleteProduct = async (
  { tx, ctx, shop }: ShopScope,
  { platformId }: { readonly platformId: string },
): Promise<DeliveryResult> => {
  const deletedAt = ctx.now()
  const [deleted] = await tx
    .insert(product)
    .values({ shopId: shop.id, platformId, title: platformId, currency: shop.currency, deletedAt })
    .onConflictDoUpdate({
      target: [product.shopId, product.platformId],
      set: { deletedAt },
      setWhere: isNull(product.deletedAt),
    })
    .returning({ id: product.id, isNew: sql<boolean>`xmax = 0` })
  if (deleted === undefined) return { outcome: 'ignored', reason: 'product_deleted' }
  await writeAudit(tx, ctx, { shopId: shop.id, action: 'product.delete', subjectId: deleted.id })
  return deleted.isNew ? { outcome: 'ignored', reason: 'product_unknown' } : { outcome: 'processed', reason: null }
}
