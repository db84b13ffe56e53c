import { adminWidgetTexts as texts } from '@afterword/language/texts/admin-widget/texts'
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

const toHistogram = (reviews: readonly ModerationReviewView[]): PublicSummary['rating']['histogram'] => {
  const countOf = (rating: number): number => reviews.filter((review) => review.rating === rating).length
  return { '1': countOf(1), '2': countOf(2), '3': countOf(3), '4': countOf(4), '5': countOf(5) }
}

const toSummary = ({ settings, currency, locale, reviews }: PreviewSource): PublicSummary => {
  const { priceLine } = settings
  const example = examplePrices(currency)
  const compareAtMinor = decideCompareAt({
    priceMinor: example.price,
    compareAtMinor: priceLine.mode === 'fixed' ? priceLine.compareAtMinor : example.compareAt,
  })
  const sum = reviews.reduce((total, review) => total + review.rating, 0)
  return {
    product: {
      platformId: 'preview',
      title: texts.preview.product,
      price: { amountMinor: example.price, currency },
      isPriceFrom: false,
      compareAt: compareAtMinor === null ? null : { amountMinor: compareAtMinor, currency },
    },
    rating: {
      average: reviews.length === 0 ? 0 : Math.round((sum / reviews.length) * 100) / 100,
      count: reviews.length,
      histogram: toHistogram(reviews),
    },
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
