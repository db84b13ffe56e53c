import { averageDecimals } from '@afterword/validation/review/rating'
import type { PublicReviewPage, PublicSummary } from '@afterword/validation/storefront/schema'
import { shopThemeStyle } from '#theme/shop-theme.ts'
import { PriceLine } from '#ui/price-line.tsx'
import { StarRating } from '#ui/star-rating.tsx'

interface WidgetPreviewProps {
  summary: PublicSummary
  reviews: PublicReviewPage
}

/** How the settings look, on the shop's own published reviews and an example price. Stands there until the embed has loaded. */
export const WidgetPreview = ({ summary: { product, rating, widget }, reviews: { items } }: WidgetPreviewProps) => {
  const average = rating.average.toFixed(averageDecimals)
  return (
    <div
      style={shopThemeStyle(widget.accentColor)}
      className="shop-theme grid gap-4 rounded-xl border border-line bg-surface p-5"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StarRating value={rating.average} label={`${average} of 5 stars`} starClassName="size-5" />
        <span className="tabular-nums">{average}</span>
        <span className="text-accent-text underline underline-offset-4">
          {rating.count === 1 ? '1 review' : `${rating.count} reviews`}
        </span>
        {widget.showsPrice && (
          <span className="ml-auto">
            <PriceLine
              price={product.price}
              compareAt={product.compareAt}
              locale={widget.locale}
              words={{ price: 'Price', compareAt: 'Before' }}
            />
          </span>
        )}
      </div>
      {items.length === 0 && <p className="text-ink-soft">Published reviews appear here.</p>}
      <ul className="divide-y divide-line">
        {items.map((review) => (
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
              <bdi>{review.author}</bdi>
            </p>
          </li>
        ))}
      </ul>
      {rating.count > items.length && (
        <p className="justify-self-start rounded-lg bg-accent px-3.5 py-2 font-semibold text-accent-ink">Load more</p>
      )}
    </div>
  )
}
