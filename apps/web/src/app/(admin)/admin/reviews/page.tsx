import { adminReviewsTexts as texts } from '@afterword/language/texts/admin-reviews/texts'
import { isAllowed } from '@afterword/services/kernel/access'
import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { ExportButton } from '#shop/reviews/export-button.tsx'
import { readFilters } from '#shop/reviews/filters.ts'
import { ModerationQueue } from '#shop/reviews/moderation-queue.tsx'
import { toSearchParams } from '#navigation/to-search-params.ts'
import { prefetchQueue } from '#shop/reviews/prefetch-queue.ts'
import { memberSession } from '#session/session.ts'

export const metadata: Metadata = { title: texts.title }

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const ReviewsPage = async ({ searchParams }: PageProps) => {
  const session = await memberSession()
  const filters = readFilters(toSearchParams(await searchParams))
  return (
    <HydrationBoundary state={await prefetchQueue(filters)}>
      <ModerationQueue
        canModerate={isAllowed(session.role, 'review.moderate')}
        isConnected={session.shop.isConnected}
        action={isAllowed(session.role, 'review.export') ? <ExportButton shopId={session.shop.id} /> : null}
      />
    </HydrationBoundary>
  )
}

export default ReviewsPage
