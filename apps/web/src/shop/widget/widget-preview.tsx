import { localeOf } from '@afterword/language/locale-of'
import { sayCount } from '@afterword/language/say-count'
import { say } from '@afterword/language/text'
import { adminWidgetTexts } from '@afterword/language/texts/admin-widget/texts'
import { averageDecimals } from '@afterword/validation/review/rating'
import type { PublicReviewPage, PublicSummary } from '@afterword/validation/storefront/schema'
import { shopThemeStyle } from '#theme/shop-theme.ts'
import { PriceLine } from '#ui/price-line.tsx'
import { StarRating } from '#ui/star-rating.tsx'
import { starsLabel } from '#ui/stars-label.ts'

const { preview: texts } = adminWidgetTexts

const formatAverage = (average: number): string =>
  average.toLocaleString(localeOf(adminWidgetTexts), {
    minimumFractionDigits: averageDecimals,
    maximumFractionDigits: averageDecimals,
  })

interface WidgetPreviewProps {
  summary: PublicSummary
  reviews: PublicReviewPage
}

/** How the settings look, on the shop's own published reviews and an example price. Stands there until the embed has loaded. */
export const WidgetPreview = ({ summary: { product, rating, widget }, reviews: { items } }: WidgetPreviewProps) => {
  const average = formatAverage(rating.average)
  return (
    <div
      style={shopThemeStyle(widget.accentColor)}
      className="shop-theme grid gap-4 rounded-xl border border-line bg-surface p-5"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StarRating value={rating.average} label={say(texts.stars, { average })} starClassName="size-5" />
        <span className="tabular-nums">{average}</span>
        <span className="text-accent-text underline underline-offset-4">
          {sayCount(texts.reviews, { count: rating.count }, adminWidgetTexts)}
        </span>
        {widget.showsPrice && (
          <span className="ml-auto">
            <PriceLine
              price={product.price}
              compareAt={product.compareAt}
              locale={widget.locale}
              words={{ price: texts.price, compareAt: texts.before }}
            />
          </span>
        )}
      </div>
      {items.length === 0 && <p className="text-ink-soft">{texts.none}</p>}
      <ul className="divide-y divide-line">
        {items.map((review) => (
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
              <bdi>{review.author}</bdi>
            </p>
          </li>
        ))}
      </ul>
      {rating.count > items.length && (
        <p className="justify-self-start rounded-lg bg-accent px-3.5 py-2 font-semibold text-accent-ink">
          {texts.more}
        </p>
      )}
    </div>
  )
}
