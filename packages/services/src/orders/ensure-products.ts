import { product } from '@afterword/db/schema'
import type { PlatformLineItem } from '@afterword/validation/shopify/line-item'
import { and, eq, inArray } from 'drizzle-orm'
import { readLinePrice } from './read-line-price.ts'
import type { ShopScope } from '../shop/shop-scope.ts'

/**
 * Makes the products that only these lines tell of, from what the lines say; those that are known
 * stay as they are. Sorted by platform id, so that two orders at once never wait in a circle.
 *
 * @returns Our id by the platform's.
 */
export const ensureProducts = async (
  { tx, shop }: ShopScope,
  lines: readonly PlatformLineItem[],
  currency: string,
): Promise<ReadonlyMap<string, string>> => {
  const byPlatformId = new Map<string, PlatformLineItem>()
  for (const line of lines) {
    if (line.productPlatformId !== null) byPlatformId.set(line.productPlatformId, line)
  }
  if (byPlatformId.size === 0) return new Map()
  const platformIds = [...byPlatformId.keys()].toSorted()
  await tx
    .insert(product)
    .values(
      platformIds.map((platformId) => {
        const line = byPlatformId.get(platformId)
        const priceMinor = readLinePrice(line?.price, currency)
        return { shopId: shop.id, platformId, title: line?.title ?? platformId, priceMinor, currency }
      }),
    )
    .onConflictDoNothing()
  const rows = await tx
    .select({ id: product.id, platformId: product.platformId })
    .from(product)
    .where(and(eq(product.shopId, shop.id), inArray(product.platformId, platformIds)))
  return new Map(rows.map((row) => [row.platformId, row.id]))
}
