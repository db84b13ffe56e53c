import { localeOf } from '@afterword/language/locale-of'
import { sayCount } from '@afterword/language/say-count'
import { demoShopTexts as texts } from '@afterword/language/texts/demo-shop/texts'
import type { PublicReviewPage, PublicSummary } from '@afterword/validation/storefront/schema'
import { starsLabel } from '#ui/stars-label.ts'

const formatAverage = (average: number): string =>
  average.toLocaleString(localeOf(texts), { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** What the embed shows, without it: for readers without scripts, search engines, and until it has loaded. */
export const FirstReviews = ({ summary, reviews }: { summary: PublicSummary; reviews: PublicReviewPage }) => (
  <section aria-label={texts.reviews} className="grid gap-4">
    <h2 className="text-xl font-semibold">{texts.reviews}</h2>
    {summary.rating.count > 0 && (
      <p>
        {sayCount(texts.rating, { count: summary.rating.count, average: formatAverage(summary.rating.average) }, texts)}
      </p>
    )}
    {reviews.items.map((review) => (
      <article key={review.id} className="border-t border-line pt-4">
        <p className="text-sm text-ink-soft">
          {starsLabel(review.rating)} · <bdi>{review.author}</bdi>
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
