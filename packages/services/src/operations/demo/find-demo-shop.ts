import type { Executor } from '@afterword/db/connection/client'
import { product, shop } from '@afterword/db/schema'
import { and, asc, eq } from 'drizzle-orm'
import { isPublic } from '../../orders/is-public.ts'

export interface DemoShop {
  readonly shopId: string
  readonly accessCode: string
  readonly domain: string
  /** The platform's ids. */
  readonly productIds: string[]
}

/** The demo shop of an installation, or null when there is none. */
export const findDemoShop = async (db: Executor): Promise<DemoShop | null> => {
  const [found] = await db
    .select({ shopId: shop.id, accessCode: shop.accessCode, domain: shop.domain })
    .from(shop)
    .where(eq(shop.isDemo, true))
    .orderBy(asc(shop.createdAt))
    .limit(1)
  if (found === undefined) return null
  const products = await db
    .select({ platformId: product.platformId })
    .from(product)
    .where(and(eq(product.shopId, found.shopId), isPublic))
    .orderBy(asc(product.createdAt), asc(product.id))
    .limit(50)
  return { ...found, productIds: products.map((row) => row.platformId) }
}
