import type { Executor } from '@afterword/db/connection/client'
import { product, shop } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { readPlatformId } from '@afterword/validation/primitives/platform-id'
import { and, eq, sql } from 'drizzle-orm'
import { isPublic } from '../../../orders/is-public.ts'

/** What a shop's page knows: the shop's access code and the platform's product id. */
export interface PublicNames {
  readonly shopAccessCode: string
  readonly platformProductId: string
}

export interface PublicProduct {
  readonly shopId: string
  readonly productId: string
}

/**
 * The names as they are stored: pages also write a product's id as `gid://shopify/Product/…`. Postgres refuses NUL in
 * text with an error of its own; neither name has one.
 *
 * @throws DomainError `shop.not_found`, `product.not_found`
 */
export const toStoredNames = ({ shopAccessCode, platformProductId }: PublicNames): PublicNames => {
  if (shopAccessCode.includes('\0')) throw new DomainError('shop.not_found')
  if (platformProductId.includes('\0')) throw new DomainError('product.not_found')
  return { shopAccessCode, platformProductId: readPlatformId(platformProductId) ?? platformProductId }
}

/**
 * A product by the names its shop's page knows: the shop's access code and the platform's id.
 *
 * @throws DomainError `shop.not_found`, `product.not_found`
 */
export const findPublicProduct = async (db: Executor, asked: PublicNames): Promise<PublicProduct> => {
  const names = toStoredNames(asked)
  const [row] = await db
    .select({ shopId: shop.id, productId: product.id })
    .from(shop)
    .leftJoin(product, and(eq(product.shopId, shop.id), eq(product.platformId, names.platformProductId), isPublic))
    .where(eq(shop.accessCode, names.shopAccessCode))
    .limit(1)
  if (row === undefined) throw new DomainError('shop.not_found')
  if (row.productId === null) throw new DomainError('product.not_found')
  return { shopId: row.shopId, productId: row.productId }
}

/**
 * The same as two scalar subqueries over the parameters `shopAccessCode` and `platformProductId`, null for a name
 * that nobody has: a statement that uses them needs no trip of its own for the ids, and still walks its index in
 * order. Its caller calls `toStoredNames` first.
 */
export const publicShopId = sql`(select ${shop.id} from ${shop}
  where ${shop.accessCode} = ${sql.placeholder('shopAccessCode')})`
export const publicProductId = sql`(select ${product.id} from ${product}
  where ${product.shopId} = ${publicShopId} and ${product.platformId} = ${sql.placeholder('platformProductId')}
    and ${isPublic})`
