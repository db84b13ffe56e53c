'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useTRPC } from '#session/context.ts'
import { listInput, type ReviewFilters } from './filters.ts'

/** The reviews that fit the filters, page after page. The rows that were shown stay until the new ones have arrived. */
export const useReviewPages = (filters: ReviewFilters) => {
  const trpc = useTRPC()
  const query = useInfiniteQuery(
    trpc.admin.review.list.infiniteQueryOptions(listInput(filters), {
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  return { query, rows: query.data?.pages.flatMap((page) => page.items) ?? [] }
}

export type ReviewPages = ReturnType<typeof useReviewPages>
