import { product } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { and, asc, eq } from 'drizzle-orm'
import { isPublic } from '../../orders/is-public.ts'
import type { ServiceDeps } from '../../kernel/context.ts'
import { getShopCard, type ShopCard } from '../../shop/get-shop-card.ts'

export interface DemoProduct {
  readonly platformId: string
  readonly title: string
  readonly imageUrl: string | null
  readonly priceMinor: number | null
  readonly compareAtMinor: number | null
  readonly currency: string
}

/**
 * What the plain demo page of a demo shop shows.
 *
 * @throws DomainError `shop.not_found`, also for a shop that is no demo: its page is elsewhere
 */
export const getDemoStorefront = async ({
  ctx,
  input,
}: {
  ctx: Pick<ServiceDeps, 'db'>
  input: { readonly shopAccessCode: string }
}): Promise<{ shop: ShopCard; products: DemoProduct[] }> => {
  const card = await getShopCard({ ctx, input })
  if (!card.isDemo) throw new DomainError('shop.not_found')
  const products = await ctx.db
    .select({
      platformId: product.platformId,
      title: product.title,
      imageUrl: product.imageUrl,
      priceMinor: product.priceMinor,
      compareAtMinor: product.compareAtMinor,
      currency: product.currency,
    })
    .from(product)
    .where(and(eq(product.shopId, card.id), isPublic))
    .orderBy(asc(product.createdAt), asc(product.id))
    .limit(100)
  return { shop: card, products }
}
