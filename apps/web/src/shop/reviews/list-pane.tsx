'use client'

import type { ModerationReviewView } from '@afterword/validation/review/moderation'
import { useQuery } from '@tanstack/react-query'
import { Button, ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useTRPC } from '#session/context.ts'
import { LoadFailed } from '#frame/load-failed.tsx'
import { filtersHref, type ReviewFilters } from './filters.ts'
import { ReviewList } from './review-list.tsx'
import type { ReviewPages } from './use-review-pages.ts'

const LoadingRows = () => (
  <div role="status" aria-label="Loading reviews" className="divide-y divide-line">
    {Array.from({ length: 7 }, (_, index) => (
      <div key={index} className="grid gap-2 px-4 py-4">
        <Skeleton className="h-4 w-40" />
        <Skeleton className="h-4 w-full" />
        <Skeleton className="h-4 w-24" />
      </div>
    ))}
  </div>
)

const emptyWords = {
  pending: ['All caught up', 'New reviews appear here as soon as customers submit them.'],
  published: ['No published reviews yet', 'Publish a pending review to show it on your product page.'],
  rejected: ['No rejected reviews', 'Reviews you reject appear here with their reason.'],
} as const

interface EmptyListProps {
  status: ReviewFilters['status']
  hasFilter: boolean
  isConnected: boolean
}

/** Why there is nothing to see, and in a shop that never had a review, what to do about it. */
const EmptyList = ({ status, hasFilter, isConnected }: EmptyListProps) => {
  const counts = useQuery(useTRPC().admin.review.counts.queryOptions())
  if (hasFilter) return <EmptyState title="No reviews found">Change or clear the filters above.</EmptyState>
  const isNewShop = counts.data !== undefined && Object.values(counts.data).every((count) => count === 0)
  if (isNewShop && isConnected)
    return (
      <EmptyState title="No reviews yet" action={<ButtonLink href="/admin/requests">View review requests</ButtonLink>}>
        Your shop is connected. After an order is fulfilled, its customer gets an email asking for a review; reviews
        appear here as soon as customers submit them.
      </EmptyState>
    )
  if (isNewShop)
    return (
      <EmptyState title="No reviews yet" action={<ButtonLink href="/admin/shop">Connect your shop</ButtonLink>}>
        Connect your shop’s platform. After each order, customers get an email asking for a review.
      </EmptyState>
    )
  const [title, text] = emptyWords[status]
  return <EmptyState title={title}>{text}</EmptyState>
}

interface ListPaneProps {
  pages: ReviewPages
  /** The shop's platform has told us of something. */
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
          <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()} className="w-full">
            {query.isFetchingNextPage ? 'Loading…' : 'Load more'}
          </Button>
        </div>
      )}
    </>
  )
}
