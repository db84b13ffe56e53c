import type { PublicReviewPage, PublicSummary, StorefrontSort } from '@afterword/validation/storefront'

export interface Place {
  /** Where the script came from, without a trailing slash. */
  readonly origin: string
  readonly shop: string
  readonly productId: string
}

export interface ListQuery {
  readonly sort: StorefrontSort
  readonly rating: number | null
  readonly cursor: string | null
  readonly limit: number
}

const productUrl = ({ origin, shop, productId }: Place): string =>
  `${origin}/storefront/v1/${encodeURIComponent(shop)}/products/${encodeURIComponent(productId)}`

/** The query string of one page of reviews. */
export const listSearch = ({ sort, rating, cursor, limit }: ListQuery): string => {
  const search = new URLSearchParams({ sort, limit: String(limit) })
  if (rating !== null) search.set('rating', String(rating))
  if (cursor !== null) search.set('cursor', cursor)
  return search.toString()
}

const getJson = async <Answer>(url: string): Promise<Answer> => {
  const response = await fetch(url, { credentials: 'omit' })
  if (!response.ok) throw new Error(String(response.status))
  return (await response.json()) as Answer
}

export const getSummary = async (place: Place): Promise<PublicSummary> => await getJson(`${productUrl(place)}/summary`)

export const getReviews = async (place: Place, query: ListQuery): Promise<PublicReviewPage> =>
  await getJson(`${productUrl(place)}/reviews?${listSearch(query)}`)

export const sendVote = async ({ origin, shop }: Place, reviewId: string): Promise<{ helpfulCount: number }> => {
  const url = `${origin}/storefront/v1/${encodeURIComponent(shop)}/reviews/${encodeURIComponent(reviewId)}/helpful`
  // JSON, which a page of another origin cannot send without having asked first: no form votes.
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(url, { method: 'POST', credentials: 'omit', headers, body: '{}' })
  if (!response.ok) throw new Error(String(response.status))
  return (await response.json()) as { helpfulCount: number }
}
