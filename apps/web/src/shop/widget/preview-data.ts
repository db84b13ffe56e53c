import { countRatings, summariseRatings } from '@afterword/validation/review/rating'
import { currencyExponent } from '@afterword/validation/primitives/currency-exponent'
import type { ModerationReviewView } from '@afterword/validation/review/moderation'
import { decideCompareAt } from '@afterword/validation/price/price'
import type { PublicReviewPage, PublicSummary } from '@afterword/validation/storefront/schema'
import type { WidgetSettings } from '@afterword/validation/widget/settings'

interface PreviewSource {
  readonly settings: WidgetSettings
  readonly currency: string
  readonly locale: string
  /** The shop's newest published reviews. */
  readonly reviews: readonly ModerationReviewView[]
}

/** 80.00 and 110.00 in any currency; 8,000 and 11,000 where it has no decimals. Minor units. */
const examplePrices = (currency: string): { price: number; compareAt: number } => {
  const exponent = currencyExponent(currency)
  const unit = 10 ** (exponent === 0 ? 2 : exponent)
  return { price: 80 * unit, compareAt: 110 * unit }
}

const toSummary = ({ settings, currency, locale, reviews }: PreviewSource): PublicSummary => {
  const { priceLine } = settings
  const example = examplePrices(currency)
  const compareAtMinor = decideCompareAt({
    priceMinor: example.price,
    compareAtMinor: priceLine.mode === 'fixed' ? priceLine.compareAtMinor : example.compareAt,
  })
  return {
    product: {
      platformId: 'preview',
      title: 'Example',
      price: { amountMinor: example.price, currency },
      isPriceFrom: false,
      compareAt: compareAtMinor === null ? null : { amountMinor: compareAtMinor, currency },
    },
    rating: summariseRatings(countRatings(reviews.map((review) => review.rating))),
    widget: {
      accentColor: settings.accentColor,
      pageSize: settings.pageSize,
      showsPrice: priceLine.mode !== 'off',
      locale,
    },
  }
}

/** What the storefront API would answer with these settings, on the shop's reviews and an example price. */
export const toPreview = (source: PreviewSource): { summary: PublicSummary; reviews: PublicReviewPage } => ({
  summary: toSummary(source),
  reviews: {
    items: source.reviews.slice(0, source.settings.pageSize).map((review) => ({
      id: review.id,
      rating: review.rating,
      title: review.title,
      body: review.body,
      author: review.authorName,
      createdAt: review.createdAt,
      verified: review.isVerified,
      helpfulCount: review.helpfulCount,
      reply: review.reply,
    })),
    nextCursor: null,
  },
})
