'use client'

import { adminReviewsTexts as texts } from '@afterword/language/texts/admin-reviews/texts'
import { type ReactNode, useRef, useState } from 'react'
import { useNow } from '#time/use-now.ts'
import { cn } from '#ui/cn.ts'
import { statusBarSpace } from '#ui/status-bar.tsx'
import { ActBar } from './act-bar.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { ListPane } from './list-pane.tsx'
import { QueueHeader } from './queue-header.tsx'
import { RejectDialog } from './reject-dialog.tsx'
import { ReviewPane } from './review-pane.tsx'
import { useDesk } from './use-desk.ts'
import { useKeys } from './use-keys.ts'
import { useSelection } from './use-selection.ts'

interface ModerationQueueProps {
  canModerate: boolean
  isConnected: boolean
  action?: ReactNode
}

/** Two panes: the queue and the open review. A phone shows one of them. */
export const ModerationQueue = ({ canModerate, isConnected, action }: ModerationQueueProps) => {
  const now = useNow()
  const selection = useSelection()
  const desk = useDesk(selection, canModerate)
  const [isKeysOpen, setIsKeysOpen] = useState(false)
  const searchField = useRef<HTMLInputElement>(null)
  useKeys({
    next: () => desk.step(1),
    previous: () => desk.step(-1),
    publish: desk.publish,
    reject: desk.askReject,
    reply: desk.openReply,
    undo: desk.undo,
    search: () => searchField.current?.focus(),
    help: () => setIsKeysOpen(true),
  })
  const { filters, pages, selected } = selection
  const isDetailOpen = filters.reviewId !== null
  return (
    <main className="flex min-h-0 flex-col lg:h-dvh">
      <div className={cn('grid gap-2 pb-3', isDetailOpen && 'max-lg:hidden')}>
        <QueueHeader
          selection={selection}
          searchField={searchField}
          onShowKeys={() => setIsKeysOpen(true)}
          action={action}
        />
      </div>
      <ActBar last={desk.acts.last} error={desk.acts.error} onUndo={desk.undo} />
      <div className="min-h-0 flex-1 border-t border-line lg:grid lg:grid-cols-[minmax(20rem,26rem)_minmax(0,1fr)]">
        <section
          aria-label={texts.queue}
          className={cn(
            'bg-surface lg:overflow-y-auto lg:border-r lg:border-line',
            statusBarSpace,
            isDetailOpen && 'max-lg:hidden',
          )}
        >
          <ListPane
            pages={pages}
            isConnected={isConnected}
            filters={filters}
            selectedId={selected?.id ?? null}
            onSelect={(row) => desk.openReview(row.id)}
            now={now}
          />
        </section>
        <section
          aria-label={texts.review}
          className={cn('lg:overflow-y-auto', statusBarSpace, !isDetailOpen && 'max-lg:hidden')}
        >
          <ReviewPane selection={selection} desk={desk} canModerate={canModerate} now={now} />
        </section>
      </div>
      <RejectDialog isOpen={desk.isRejecting} onOpenChange={desk.setIsRejecting} onReject={desk.reject} />
      <KeysDialog isOpen={isKeysOpen} onOpenChange={setIsKeysOpen} />
    </main>
  )
}
