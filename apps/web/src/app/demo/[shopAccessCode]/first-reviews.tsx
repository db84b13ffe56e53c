import { averageDecimals } from '@afterword/validation/review/rating'
import type { PublicReviewPage, PublicSummary } from '@afterword/validation/storefront/schema'

/** What the embed shows, without it: for readers without scripts, search engines, and until it has loaded. */
export const FirstReviews = ({ summary, reviews }: { summary: PublicSummary; reviews: PublicReviewPage }) => (
  <section aria-label="Customer reviews" className="grid gap-4">
    <h2 className="text-xl font-semibold">Customer reviews</h2>
    {summary.rating.count > 0 && (
      <p>
        {summary.rating.average.toFixed(averageDecimals)} out of 5 stars, {summary.rating.count} reviews
      </p>
    )}
    {reviews.items.map((review) => (
      <article key={review.id} className="border-t border-line pt-4">
        <p className="text-sm text-ink-soft">
          {review.rating} of 5 stars · <bdi>{review.author}</bdi>
        </p>
        {review.title !== null && (
          <h3 dir="auto" className="font-semibold">
            {review.title}
          </h3>
        )}
        <p dir="auto" className="whitespace-pre-line">
          {review.body}
        </p>
      </article>
    ))}
  </section>
)
