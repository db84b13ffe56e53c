import { product } from '@afterword/db/schema'
import { and, eq, isNull } from 'drizzle-orm'
import { writeAudit } from '../audit.ts'
import type { DeliveryResult, ShopScope } from '../webhook/shop-scope.ts'

/** Marks a product as deleted. Its reviews stay; whatever the platform says of it later is ignored. */
export const deleteProduct = async (
  { tx, ctx, shop }: ShopScope,
  { platformId }: { readonly platformId: string },
): Promise<DeliveryResult> => {
  const isThisProduct = and(eq(product.shopId, shop.id), eq(product.platformId, platformId))
  const [deleted] = await tx
    .update(product)
    .set({ deletedAt: ctx.now() })
    .where(and(isThisProduct, isNull(product.deletedAt)))
    .returning({ id: product.id })
  if (deleted === undefined) {
    const known = await tx.select({ id: product.id }).from(product).where(isThisProduct)
    return { outcome: 'ignored', reason: known.length === 0 ? 'product_unknown' : 'product_deleted' }
  }
  await writeAudit(tx, ctx, { shopId: shop.id, action: 'product.delete', subjectId: deleted.id })
  return { outcome: 'processed', reason: null }
}
