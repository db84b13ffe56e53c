import { product, productRating } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { decideCompareAt } from '@afterword/validation/price'
import type { PublicSummary } from '@afterword/validation/storefront'
import type { PriceLine } from '@afterword/validation/widget-settings'
import { and, eq } from 'drizzle-orm'
import type { ServiceDeps } from '../context.ts'
import { loadWidgetSettings } from '../widget/current-settings.ts'
import { findPublicProduct } from './find-public-product.ts'

interface Histogram {
  readonly stars1: number
  readonly stars2: number
  readonly stars3: number
  readonly stars4: number
  readonly stars5: number
}

/** Average to two decimals, count and histogram of published ratings. */
export const summariseRating = (stars: Histogram | null): PublicSummary['rating'] => {
  const histogram = {
    '1': stars?.stars1 ?? 0,
    '2': stars?.stars2 ?? 0,
    '3': stars?.stars3 ?? 0,
    '4': stars?.stars4 ?? 0,
    '5': stars?.stars5 ?? 0,
  }
  const entries = Object.entries(histogram)
  const count = entries.reduce((total, [, number]) => total + number, 0)
  const sum = entries.reduce((total, [rating, number]) => total + Number(rating) * number, 0)
  return { average: count === 0 ? 0 : Math.round((sum / count) * 100) / 100, count, histogram }
}

/** The compare-at price the shop wants shown: its own fixed amount, or the product's. */
const chooseCompareAt = (priceLine: PriceLine, compareAtMinor: number | null): number | null =>
  priceLine.mode === 'fixed' ? priceLine.compareAtMinor : compareAtMinor

/**
 * A product's public price line and rating, with how the shop wants them shown.
 *
 * @throws DomainError `shop.not_found`, `product.not_found`
 */
export const getSummary = async ({
  ctx,
  input,
}: {
  ctx: Pick<ServiceDeps, 'db'>
  input: { readonly shopAccessCode: string; readonly platformProductId: string }
}): Promise<PublicSummary> => {
  const { shopId, productId } = await findPublicProduct(ctx.db, input)
  const [row] = await ctx.db
    .select({
      platformId: product.platformId,
      title: product.title,
      priceMinor: product.priceMinor,
      compareAtMinor: product.compareAtMinor,
      currency: product.currency,
      stars: {
        stars1: productRating.stars1,
        stars2: productRating.stars2,
        stars3: productRating.stars3,
        stars4: productRating.stars4,
        stars5: productRating.stars5,
      },
    })
    .from(product)
    .leftJoin(productRating, and(eq(productRating.shopId, product.shopId), eq(productRating.productId, product.id)))
    .where(and(eq(product.shopId, shopId), eq(product.id, productId)))
    .limit(1)
  if (row === undefined) throw new DomainError('product.not_found')
  const { settings, locale } = await loadWidgetSettings(ctx.db, shopId)
  const compareAtMinor = decideCompareAt({
    priceMinor: row.priceMinor,
    compareAtMinor: chooseCompareAt(settings.priceLine, row.compareAtMinor),
  })
  const money = (amountMinor: number | null) => (amountMinor === null ? null : { amountMinor, currency: row.currency })
  return {
    product: {
      platformId: row.platformId,
      title: row.title,
      price: money(row.priceMinor),
      compareAt: money(compareAtMinor),
    },
    rating: summariseRating(row.stars),
    widget: {
      accentColor: settings.accentColor,
      pageSize: settings.pageSize,
      showsPrice: settings.priceLine.mode !== 'off',
      locale,
    },
  }
}
