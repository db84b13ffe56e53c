'use client'

import type { ModerationReviewView } from '@afterword/validation/review/moderation'
import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useMemo } from 'react'
import { useTRPC } from '#session/context.ts'
import { filtersHref, readFilters, type ReviewFilters } from './filters.ts'
import { useReviewPages } from './use-review-pages.ts'

/** Changes the address. @param isStep  Whether the browser's way back skips it. */
const goTo = (next: ReviewFilters, isStep = false): void => {
  globalThis.history[isStep ? 'replaceState' : 'pushState'](null, '', filtersHref(next))
}

/** The same from what the address says now, which the filters of this render may not say yet; no review stays open. */
const narrow = (change: Partial<ReviewFilters>, isStep = false): void => {
  const current = readFilters(new URLSearchParams(globalThis.location.search))
  goTo({ ...current, reviewId: null, ...change }, isStep)
}

/** The queue as the address has it, and the review that is open in it: the first one while the address names none. */
export const useSelection = () => {
  const searchParams = useSearchParams()
  const filters = useMemo(() => readFilters(new URLSearchParams(searchParams.toString())), [searchParams])
  const trpc = useTRPC()
  const pages = useReviewPages(filters)
  const { rows } = pages
  const listed = rows.find((row) => row.id === filters.reviewId) ?? null
  // A link may name a review that is not on the loaded pages.
  const linked = useQuery(
    trpc.admin.review.get.queryOptions(
      { reviewId: filters.reviewId ?? '' },
      { enabled: filters.reviewId !== null && listed === null && pages.query.isSuccess },
    ),
  )
  const named = listed ?? (filters.reviewId !== null && linked.isSuccess ? linked.data : null)
  const selected: ModerationReviewView | null = named ?? (filters.reviewId === null ? (rows[0] ?? null) : null)
  useEffect(() => {
    if (selected !== null) document.querySelector(`#row-${selected.id}`)?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  const open = useCallback(
    (reviewId: string | null, isStep = false): void => goTo({ ...filters, reviewId }, isStep),
    [filters],
  )
  return { filters, pages, selected, isMissing: selected === null && linked.isError, goTo, narrow, open }
}

export type Selection = ReturnType<typeof useSelection>
