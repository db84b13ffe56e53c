'use client'

import { adminReviewsTexts as texts } from '@afterword/language/texts/admin-reviews/texts'
import type { ModerationReviewView } from '@afterword/validation/review/moderation'
import { useQuery } from '@tanstack/react-query'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useTRPC } from '#session/context.ts'
import { LoadFailed } from '#frame/load-failed.tsx'
import { LoadMore } from '#frame/load-more.tsx'
import { filtersHref, type ReviewFilters } from './filters.ts'
import { ReviewList } from './review-list.tsx'
import type { ReviewPages } from './use-review-pages.ts'

const { empty: words } = texts

const LoadingRows = () => (
  <div role="status" aria-label={texts.loading} className="divide-y divide-line">
    {Array.from({ length: 7 }, (_, index) => (
      <div key={index} className="grid gap-2 px-4 py-4">
        <Skeleton className="h-4 w-40" />
        <Skeleton className="h-4 w-full" />
        <Skeleton className="h-4 w-24" />
      </div>
    ))}
  </div>
)

interface EmptyListProps {
  status: ReviewFilters['status']
  hasFilter: boolean
  isConnected: boolean
}

/** Why there is nothing to see, and in a shop that never had a review, what to do about it. */
const EmptyList = ({ status, hasFilter, isConnected }: EmptyListProps) => {
  const counts = useQuery(useTRPC().admin.review.counts.queryOptions())
  if (hasFilter) return <EmptyState title={words.filtered.title}>{words.filtered.text}</EmptyState>
  const isNewShop = counts.data !== undefined && Object.values(counts.data).every((count) => count === 0)
  if (isNewShop && isConnected)
    return (
      <EmptyState
        title={words.connected.title}
        action={<ButtonLink href="/admin/requests">{words.connected.action}</ButtonLink>}
      >
        {words.connected.text}
      </EmptyState>
    )
  if (isNewShop)
    return (
      <EmptyState
        title={words.unconnected.title}
        action={<ButtonLink href="/admin/shop">{words.unconnected.action}</ButtonLink>}
      >
        {words.unconnected.text}
      </EmptyState>
    )
  return <EmptyState title={words[status].title}>{words[status].text}</EmptyState>
}

interface ListPaneProps {
  pages: ReviewPages
  /** Whether the shop's platform has sent us anything yet. */
  isConnected: boolean
  filters: ReviewFilters
  selectedId: string | null
  onSelect: (row: ModerationReviewView) => void
  now: number
}

/** The queue's left side in each of its states. */
export const ListPane = ({ pages, isConnected, filters, selectedId, onSelect, now }: ListPaneProps) => {
  const { rows, query } = pages
  const hasFilter = filters.rating !== null || filters.productId !== null || filters.search !== ''
  return (
    <>
      {query.isError && <LoadFailed error={query.error} onRetry={() => void query.refetch()} className="m-4" />}
      {query.isPending && <LoadingRows />}
      {query.isSuccess && rows.length === 0 && (
        <EmptyList status={filters.status} hasFilter={hasFilter} isConnected={isConnected} />
      )}
      <ReviewList
        rows={rows}
        selectedId={selectedId}
        hrefOf={(row) => filtersHref({ ...filters, reviewId: row.id })}
        onSelect={onSelect}
        now={now}
      />
      {query.hasNextPage && (
        <div className="p-4">
          <LoadMore list={query} className="w-full" />
        </div>
      )}
    </>
  )
}
