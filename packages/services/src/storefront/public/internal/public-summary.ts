import { summariseRatings } from '@afterword/validation/review/rating'
import { product, productRating, shop, widget } from '@afterword/db/schema'
import { defineStatement } from '@afterword/db/connection/statement'
import { decideCompareAt } from '@afterword/validation/price/price'
import type { PublicSummary } from '@afterword/validation/storefront/schema'
import type { PriceLine } from '@afterword/validation/widget/settings'
import { type SQL, sql } from 'drizzle-orm'
import { isPublic } from '../../../orders/is-public.ts'
import { readWidgetSettings } from '../../widget/internal/current-settings.ts'

interface Histogram {
  readonly stars1: number
  readonly stars2: number
  readonly stars3: number
  readonly stars4: number
  readonly stars5: number
}

/** The histogram of a product that may have no row of ratings yet. */
export const summariseRating = (stars: Histogram | null): PublicSummary['rating'] =>
  summariseRatings({
    '1': stars?.stars1 ?? 0,
    '2': stars?.stars2 ?? 0,
    '3': stars?.stars3 ?? 0,
    '4': stars?.stars4 ?? 0,
    '5': stars?.stars5 ?? 0,
  })

/** Everything a summary is made of. */
export interface SummaryRow extends Histogram {
  readonly title: string
  readonly platformId: string
  readonly priceMinor: number | null
  readonly compareAtMinor: number | null
  readonly isPriceFrom: boolean
  readonly currency: string
  readonly shopCurrency: string
  readonly locale: string
  readonly accentColor: string
  /** Null until the shop has saved its own. */
  readonly settings: unknown
}

/**
 * The compare-at price the shop wants shown: the product's, or its own fixed amount, which is in the
 * shop's currency and so says nothing about a product in another.
 */
const chooseCompareAt = (priceLine: PriceLine, row: SummaryRow): number | null => {
  if (priceLine.mode !== 'fixed') return row.compareAtMinor
  return row.currency === row.shopCurrency ? priceLine.compareAtMinor : null
}

/**
 * Summaries of the shop with the parameter `shopAccessCode`: none when it is unknown, or no product has such an id.
 * Amounts are exact as doubles: `minorUnits` allows no others.
 *
 * @param isAsked  What holds for the platform ids asked for: `= …`.
 */
export const defineSummaries = (isAsked: SQL) =>
  defineStatement<SummaryRow>(
    () => sql`
    select ${product.platformId} as "platformId", ${product.title}, ${product.priceMinor}::float8 as "priceMinor",
      ${product.compareAtMinor}::float8 as "compareAtMinor", ${product.isPriceFrom} as "isPriceFrom",
      ${product.currency}, ${shop.currency} as "shopCurrency",
      ${shop.locale}, ${shop.accentColor} as "accentColor",
      (select ${widget.settings} from ${widget} where ${widget.shopId} = ${shop.id}
        order by ${widget.version} desc limit 1) as settings,
      coalesce(${productRating.stars1}, 0) as stars1, coalesce(${productRating.stars2}, 0) as stars2,
      coalesce(${productRating.stars3}, 0) as stars3, coalesce(${productRating.stars4}, 0) as stars4,
      coalesce(${productRating.stars5}, 0) as stars5
    from ${shop}
    join ${product} on ${product.shopId} = ${shop.id}
      and ${product.platformId} ${isAsked} and ${isPublic}
    left join ${productRating} on ${productRating.shopId} = ${product.shopId}
      and ${productRating.productId} = ${product.id}
    where ${shop.accessCode} = ${sql.placeholder('shopAccessCode')}`,
  )

/** A price line and rating as they are public, with how the shop wants them shown. */
export const toPublicSummary = (row: SummaryRow): PublicSummary => {
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
      isPriceFrom: row.isPriceFrom,
      compareAt: money(compareAtMinor),
    },
    rating: summariseRating(row),
    widget: {
      accentColor: settings.accentColor,
      pageSize: settings.pageSize,
      showsPrice: settings.priceLine.mode !== 'off',
      locale: row.locale,
    },
  }
}
