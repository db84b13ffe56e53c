import { type ReviewStatus, reviewStatuses } from '@afterword/validation/review/rules'

/** What the queue shows; it stands in the address. */
export interface ReviewFilters {
  readonly status: ReviewStatus
  readonly rating: number | null
  readonly productId: string | null
  readonly search: string
  /** The review that is open. */
  readonly reviewId: string | null
}

const longest = 200

const textOf = (query: URLSearchParams, name: string, pattern: RegExp): string | null => {
  const value = query.get(name)
  return value !== null && pattern.test(value) ? value : null
}

const numberOf = (text: string | null): number | null => (text === null ? null : Number(text))

/** Reads the filters from the address; a value that a filter cannot have is left out. */
export const readFilters = (query: URLSearchParams): ReviewFilters => ({
  status: reviewStatuses.find((status) => status === query.get('status')) ?? 'pending',
  rating: numberOf(textOf(query, 'rating', /^[1-5]$/)),
  productId: textOf(query, 'product', /^prd_[0-9a-z]{26}$/),
  search: (query.get('search') ?? '').trim().slice(0, longest),
  reviewId: textOf(query, 'review', /^rev_[0-9a-z]{26}$/),
})

/** The queue's address for these filters. */
export const filtersHref = (filters: ReviewFilters): string => {
  const query = new URLSearchParams()
  if (filters.status !== 'pending') query.set('status', filters.status)
  if (filters.rating !== null) query.set('rating', String(filters.rating))
  if (filters.productId !== null) query.set('product', filters.productId)
  if (filters.search !== '') query.set('search', filters.search)
  if (filters.reviewId !== null) query.set('review', filters.reviewId)
  return query.size === 0 ? '/admin/reviews' : `/admin/reviews?${query.toString()}`
}

/** The filters as the list procedure takes them. */
export const listInput = ({ status, rating, productId, search }: ReviewFilters) => ({
  status,
  ...(rating === null ? {} : { rating }),
  ...(productId === null ? {} : { productId }),
  ...(search === '' ? {} : { search }),
  pageSize: 30,
})
