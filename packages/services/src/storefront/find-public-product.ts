import type { Executor } from '@afterword/db/client'
import { product, shop } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { and, eq, isNull } from 'drizzle-orm'

export interface PublicProduct {
  readonly shopId: string
  readonly productId: string
}

/**
 * A product by the names its shop's page knows: the shop's access code and the platform's id.
 *
 * @throws DomainError `shop.not_found`, `product.not_found`
 */
export const findPublicProduct = async (
  db: Executor,
  names: { readonly shopAccessCode: string; readonly platformProductId: string },
): Promise<PublicProduct> => {
  // Postgres refuses NUL in text with an error of its own; neither name has one.
  if (names.shopAccessCode.includes('\0')) throw new DomainError('shop.not_found')
  if (names.platformProductId.includes('\0')) throw new DomainError('product.not_found')
  const [row] = await db
    .select({ shopId: shop.id, productId: product.id })
    .from(shop)
    .leftJoin(
      product,
      and(eq(product.shopId, shop.id), eq(product.platformId, names.platformProductId), isNull(product.deletedAt)),
    )
    .where(eq(shop.accessCode, names.shopAccessCode))
    .limit(1)
  if (row === undefined) throw new DomainError('shop.not_found')
  if (row.productId === null) throw new DomainError('product.not_found')
  return { shopId: row.shopId, productId: row.productId }
}
