'use client'

import { useEffect, useRef } from 'react'
import { useKeptNames } from '#kept/use-kept.tsx'
import type { ReviewFilters } from './filters.ts'
import { keptReplyName } from './reply-box.tsx'

interface UnsentReplyParts {
  isWanted: boolean
  filters: ReviewFilters
  show: (filters: ReviewFilters, isStep: boolean) => void
  openReply: (reviewId: string) => void
}

/** Opens, once per page, the review whose reply was being written when the page was left. */
export const useUnsentReply = ({ isWanted, filters, show, openReply }: UnsentReplyParts): void => {
  const kept = useKeptNames()
  const isDone = useRef(false)
  useEffect(() => {
    if (!isWanted || isDone.current) return
    isDone.current = true
    const reviewIds = kept.list(keptReplyName(''))
    const reviewId = reviewIds.find((id) => id === filters.reviewId) ?? reviewIds[0]
    if (reviewId === undefined) return
    if (reviewId !== filters.reviewId) show({ ...filters, reviewId }, true)
    openReply(reviewId)
  }, [kept, isWanted, filters, show, openReply])
}
