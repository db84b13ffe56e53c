import { decodeId, type IdKind } from '@afterword/validation/primitives/ids'
import { mostSearchLength } from '@afterword/validation/primitives/list-rules'
import { ratings } from '@afterword/validation/review/rating'
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

const idOf = (kind: IdKind, text: string | null): string | null =>
  text !== null && decodeId(kind, text) !== null ? text : null

/** Reads the filters from the address; a value that a filter cannot have is left out. */
export const readFilters = (query: URLSearchParams): ReviewFilters => ({
  status: reviewStatuses.find((status) => status === query.get('status')) ?? 'pending',
  rating: ratings.find((rating) => String(rating) === query.get('rating')) ?? null,
  productId: idOf('product', query.get('product')),
  search: (query.get('search') ?? '').trim().slice(0, mostSearchLength),
  reviewId: idOf('review', query.get('review')),
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
