import type { ModerationReviewView } from '@afterword/validation/review/moderation'
import { currencyExponent } from '@afterword/validation/primitives/currency-exponent'
import type { WidgetSettings } from '@afterword/validation/widget/settings'
import { PriceLine } from '#ui/price-line.tsx'
import { StarRating } from '#ui/star-rating.tsx'
import { shopThemeStyle } from '#theme/shop-theme.ts'

interface WidgetPreviewProps {
  settings: WidgetSettings
  currency: string
  locale: string
  reviews: readonly ModerationReviewView[]
}

const averageOf = (reviews: readonly ModerationReviewView[]): number =>
  reviews.length === 0 ? 0 : reviews.reduce((sum, review) => sum + review.rating, 0) / reviews.length

/** 80.00 and 110.00 in any currency; 8,000 and 11,000 where it has no decimals. */
const examplePrices = (currency: string): { price: number; compareAt: number } => {
  const exponent = currencyExponent(currency)
  const unit = 10 ** (exponent === 0 ? 2 : exponent)
  return { price: 80 * unit, compareAt: 110 * unit }
}

const PreviewPrice = ({ settings, currency, locale }: Omit<WidgetPreviewProps, 'reviews'>) => {
  const { priceLine } = settings
  if (priceLine.mode === 'off') return null
  const example = examplePrices(currency)
  const compareAtMinor = priceLine.mode === 'fixed' ? priceLine.compareAtMinor : example.compareAt
  return (
    <PriceLine
      price={{ amountMinor: example.price, currency }}
      compareAt={{ amountMinor: compareAtMinor, currency }}
      locale={locale}
      words={{ price: 'Price', compareAt: 'Before' }}
    />
  )
}

/** How the settings look, on the shop's own published reviews and an example price. */
export const WidgetPreview = ({ settings, currency, locale, reviews }: WidgetPreviewProps) => {
  const shown = reviews.slice(0, settings.pageSize)
  const average = averageOf(reviews)
  return (
    <div
      style={shopThemeStyle(settings.accentColor)}
      className="shop-theme grid gap-4 rounded-xl border border-line bg-surface p-5"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StarRating value={average} label={`${average.toFixed(2)} of 5 stars`} starClassName="size-5" />
        <span className="tabular-nums">{average.toFixed(1)}</span>
        <span className="text-accent-text underline underline-offset-4">
          {reviews.length === 1 ? '1 review' : `${reviews.length} reviews`}
        </span>
        <span className="ml-auto">
          <PreviewPrice settings={settings} currency={currency} locale={locale} />
        </span>
      </div>
      {shown.length === 0 && <p className="text-ink-soft">Published reviews appear here.</p>}
      <ul className="divide-y divide-line">
        {shown.map((review) => (
          <li key={review.id} className="grid gap-1 py-3">
            <StarRating value={review.rating} />
            {review.title !== null && (
              <p dir="auto" className="font-semibold">
                {review.title}
              </p>
            )}
            <p dir="auto" className="line-clamp-3">
              {review.body}
            </p>
            <p className="text-sm text-ink-soft">
              <bdi>{review.authorName}</bdi>
            </p>
          </li>
        ))}
      </ul>
      {reviews.length > shown.length && (
        <p className="justify-self-start rounded-lg bg-accent px-3.5 py-2 font-semibold text-accent-ink">Load more</p>
      )}
    </div>
  )
}
