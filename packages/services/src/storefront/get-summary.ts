import type { Executor } from '@afterword/db/client'
import { product, productRating, shop, widget } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { decideCompareAt } from '@afterword/validation/price'
import type { PublicSummary } from '@afterword/validation/storefront'
import type { PriceLine } from '@afterword/validation/widget-settings'
import { and, desc, eq, sql } from 'drizzle-orm'
import type { ServiceDeps } from '../context.ts'
import { readWidgetSettings } from '../widget/current-settings.ts'
import { findPublicProduct, isPublicProduct, type PublicNames, requireStorable } from './find-public-product.ts'

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

interface PricedRow {
  readonly compareAtMinor: number | null
  readonly currency: string
  readonly shopCurrency: string
}

/**
 * The compare-at price the shop wants shown: the product's, or its own fixed amount, which is in the
 * shop's currency and so says nothing about a product in another.
 */
const chooseCompareAt = (priceLine: PriceLine, row: PricedRow): number | null => {
  if (priceLine.mode !== 'fixed') return row.compareAtMinor
  return row.currency === row.shopCurrency ? priceLine.compareAtMinor : null
}

/** Everything a summary is made of, in one trip; undefined when shop or product is unknown. */
const loadSummary = async (db: Executor, names: PublicNames) => {
  const settings = db
    .select({ settings: widget.settings })
    .from(widget)
    .where(eq(widget.shopId, shop.id))
    .orderBy(desc(widget.version))
    .limit(1)
    .as('settings_in_force')
  const [row] = await db
    .select({
      platformId: product.platformId,
      title: product.title,
      priceMinor: product.priceMinor,
      compareAtMinor: product.compareAtMinor,
      currency: product.currency,
      shopCurrency: shop.currency,
      locale: shop.locale,
      accentColor: shop.accentColor,
      settings: settings.settings,
      stars: {
        stars1: productRating.stars1,
        stars2: productRating.stars2,
        stars3: productRating.stars3,
        stars4: productRating.stars4,
        stars5: productRating.stars5,
      },
    })
    .from(shop)
    .innerJoin(product, isPublicProduct(names))
    .leftJoin(productRating, and(eq(productRating.shopId, product.shopId), eq(productRating.productId, product.id)))
    .leftJoinLateral(settings, sql`true`)
    .where(eq(shop.accessCode, names.shopAccessCode))
    .limit(1)
  return row
}

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
  input: PublicNames
}): Promise<PublicSummary> => {
  requireStorable(input)
  const row = await loadSummary(ctx.db, input)
  if (row === undefined) {
    await findPublicProduct(ctx.db, input)
    throw new DomainError('product.not_found')
  }
  const settings = readWidgetSettings(row.settings, row.accentColor)
  const compareAtMinor = decideCompareAt({
    priceMinor: row.priceMinor,
    compareAtMinor: chooseCompareAt(settings.priceLine, row),
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
      locale: row.locale,
    },
  }
}
