import { localeOf } from '@afterword/language/locale-of'
import { sayCount } from '@afterword/language/say-count'
import { say } from '@afterword/language/text'
import { adminWidgetTexts } from '@afterword/language/texts/admin-widget/texts'
import type { ModerationReviewView } from '@afterword/validation/review/moderation'
import type { WidgetSettings } from '@afterword/validation/widget/settings'
import { PriceLine } from '#ui/price-line.tsx'
import { StarRating } from '#ui/star-rating.tsx'
import { starsLabel } from '#ui/stars-label.ts'
import { shopThemeStyle } from '#theme/shop-theme.ts'
import { examplePrices } from './example-prices.ts'

const { preview: texts } = adminWidgetTexts

interface WidgetPreviewProps {
  settings: WidgetSettings
  currency: string
  locale: string
  reviews: readonly ModerationReviewView[]
}

const averageOf = (reviews: readonly ModerationReviewView[]): number =>
  reviews.length === 0 ? 0 : reviews.reduce((sum, review) => sum + review.rating, 0) / reviews.length

const formatAverage = (average: number, digits: number): string =>
  average.toLocaleString(localeOf(adminWidgetTexts), { minimumFractionDigits: digits, maximumFractionDigits: digits })

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
      words={{ price: texts.price, compareAt: texts.before }}
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
        <StarRating
          value={average}
          label={say(texts.stars, { average: formatAverage(average, 2) })}
          starClassName="size-5"
        />
        <span className="tabular-nums">{formatAverage(average, 1)}</span>
        <span className="text-accent-text underline underline-offset-4">
          {sayCount(texts.reviews, { count: reviews.length }, adminWidgetTexts)}
        </span>
        <span className="ml-auto">
          <PreviewPrice settings={settings} currency={currency} locale={locale} />
        </span>
      </div>
      {shown.length === 0 && <p className="text-ink-soft">{texts.none}</p>}
      <ul className="divide-y divide-line">
        {shown.map((review) => (
          <li key={review.id} className="grid gap-1 py-3">
            <StarRating value={review.rating} label={starsLabel(review.rating)} />
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
        <p className="justify-self-start rounded-lg bg-accent px-3.5 py-2 font-semibold text-accent-ink">
          {texts.more}
        </p>
      )}
    </div>
  )
}
