import type { PublicReviewPage, PublicSummary } from '@afterword/validation/storefront/schema'
import { getReviews, getSummary, type Place } from './api.ts'
import type { FeedSource } from './review-feed.ts'

/** What the admin's page hands in to show settings before they are saved: nothing is fetched. */
export interface Preview {
  readonly summary: PublicSummary
  readonly reviews: PublicReviewPage
}

/** A product's data as the storefront answers it. */
export const fromPlace = (place: Place): FeedSource => ({
  getSummary: async (signal) => await getSummary(place, signal),
  getPage: async (query, signal) => await getReviews(place, query, signal),
})

/** The given data; its filter works, and there is no second page. */
export const fromPreview = ({ summary, reviews }: Preview): FeedSource => ({
  getSummary: async () => await Promise.resolve(summary),
  getPage: async ({ rating, limit }) => {
    const shown = reviews.items.filter((review) => rating === null || review.rating === rating)
    return await Promise.resolve({ items: shown.slice(0, limit), nextCursor: null })
  },
})
