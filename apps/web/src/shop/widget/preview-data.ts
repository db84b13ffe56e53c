import { adminWidgetTexts as texts } from '@afterword/language/texts/admin-widget/texts'
import { countRatings, summariseRatings } from '@afterword/validation/review/rating'
import type { ModerationReviewView } from '@afterword/validation/review/moderation'
import { decideCompareAt } from '@afterword/validation/price/price'
import type { PublicReviewPage, PublicSummary } from '@afterword/validation/storefront/schema'
import type { WidgetSettings } from '@afterword/validation/widget/settings'
import { examplePrices } from './example-prices.ts'

interface PreviewSource {
  readonly settings: WidgetSettings
  readonly currency: string
  readonly locale: string
  /** The shop's newest published reviews. */
  readonly reviews: readonly ModerationReviewView[]
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
      title: texts.preview.product,
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
