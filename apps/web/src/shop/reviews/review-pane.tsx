'use client'

import { adminReviewsTexts as texts } from '@afterword/language/texts/admin-reviews/texts'
import { ArrowLeft } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ReviewDetail } from './review-detail.tsx'
import type { Desk } from './use-desk.ts'
import type { Selection } from './use-selection.ts'

interface ReviewPaneProps {
  selection: Selection
  desk: Desk
  canModerate: boolean
  now: number
}

/** The queue's right side: the review that is open, and on a phone the way back to the list. */
export const ReviewPane = ({ selection: { selected, isMissing }, desk, canModerate, now }: ReviewPaneProps) => {
  const replyField = useRef<HTMLTextAreaElement>(null)
  const repliedId = desk.isReplying ? (selected?.id ?? null) : null
  useEffect(() => {
    if (repliedId !== null) replyField.current?.focus()
  }, [repliedId])
  return (
    <>
      <div className="px-2 pt-2 lg:hidden">
        <Button look="quiet" onClick={() => desk.openReview(null)}>
          <ArrowLeft aria-hidden /> {texts.allReviews}
        </Button>
      </div>
      {isMissing && <EmptyState title={texts.notFound.title}>{texts.notFound.text}</EmptyState>}
      {selected !== null && (
        <ReviewDetail
          key={selected.id}
          review={selected}
          now={now}
          isBusy={desk.acts.isBusy}
          canModerate={canModerate}
          reply={{ isOpen: desk.isReplying, field: replyField, open: desk.openReply, close: desk.closeReply }}
          onPublish={desk.publish}
          onReject={desk.askReject}
          onReply={(body) => desk.acts.act({ kind: 'reply', review: selected, body })}
          onRemoveReply={() => desk.acts.act({ kind: 'removeReply', review: selected })}
        />
      )}
    </>
  )
}
