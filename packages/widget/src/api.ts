import { mostSummaries } from '@afterword/validation/storefront/rules'
import type {
  PublicReviewPage,
  PublicSummaries,
  PublicSummary,
  StorefrontSort,
} from '@afterword/validation/storefront/schema'

/** A product of a shop, at the installation that keeps its reviews. */
export interface Place {
  /** Of the installation, without a trailing slash. */
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

type Shop = Pick<Place, 'origin' | 'shop'>

const shopUrl = ({ origin, shop }: Shop): string => `${origin}/storefront/v1/${encodeURIComponent(shop)}`

const productUrl = (place: Place): string => `${shopUrl(place)}/products/${encodeURIComponent(place.productId)}`

/** The query string of one page of reviews. */
export const listSearch = ({ sort, rating, cursor, limit }: ListQuery): string => {
  const search = new URLSearchParams({ sort, limit: String(limit) })
  if (rating !== null) search.set('rating', String(rating))
  if (cursor !== null) search.set('cursor', cursor)
  return search.toString()
}

/** Null for a product that is not known (yet): a shop's products are known from its first webhooks on. */
const getJson = async <Answer>(url: string, signal?: AbortSignal): Promise<Answer | null> => {
  const response = await fetch(url, { credentials: 'omit', ...(signal === undefined ? {} : { signal }) })
  if (response.ok) return (await response.json()) as Answer
  if (response.status === 404) {
    const { code } = (await response.json()) as { code?: unknown }
    if (code === 'product.not_found') return null
  }
  throw new Error(String(response.status))
}

export const getSummary = async (place: Place, signal: AbortSignal): Promise<PublicSummary | null> =>
  await getJson(`${productUrl(place)}/summary`, signal)

export const getReviews = async (
  place: Place,
  query: ListQuery,
  signal: AbortSignal,
): Promise<PublicReviewPage | null> => await getJson(`${productUrl(place)}/reviews?${listSearch(query)}`, signal)

/** The addresses that ask for the summaries of products, the same for the same products in any order. */
export const summariesUrls = (shop: Shop, productIds: Iterable<string>): string[] => {
  // oxlint-disable-next-line unicorn/no-array-sort -- browsers of 2021 have no `toSorted`, and the array is our own
  const ids = [...new Set(productIds)].sort()
  const urls: string[] = []
  for (let from = 0; from < ids.length; from += mostSummaries) {
    const part = ids.slice(from, from + mostSummaries).map(encodeURIComponent)
    urls.push(`${shopUrl(shop)}/summaries?products=${part.join(',')}`)
  }
  return urls
}

/** Summaries of those products that are known. */
export const getSummaries = async (shop: Shop, productIds: Iterable<string>): Promise<PublicSummary[]> => {
  const answers = await Promise.all(
    summariesUrls(shop, productIds).map(async (url) => await getJson<PublicSummaries>(url)),
  )
  return answers.flatMap((answer) => answer?.items ?? [])
}

export const sendVote = async (shop: Shop, reviewId: string): Promise<{ helpfulCount: number }> => {
  const url = `${shopUrl(shop)}/reviews/${encodeURIComponent(reviewId)}/helpful`
  // JSON, which a page of another origin cannot send without having asked first: no form votes.
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(url, { method: 'POST', credentials: 'omit', headers, body: '{}' })
  if (!response.ok) throw new Error(String(response.status))
  return (await response.json()) as { helpfulCount: number }
}
