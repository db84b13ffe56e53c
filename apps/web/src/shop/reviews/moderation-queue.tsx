'use client'

import { adminReviewsTexts as texts } from '@afterword/language/texts/admin-reviews/texts'
import { ArrowLeft, Keyboard } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useKeptNames } from '#kept/use-kept.tsx'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { isFocusAdrift, returnFocus } from '#ui/return-focus.ts'
import { statusBarSpace } from '#ui/status-bar.tsx'
import { cn } from '#ui/cn.ts'
import { useTRPC } from '#session/context.ts'
import { PageHeader } from '#frame/page-header.tsx'
import { useNow } from '#time/use-now.ts'
import { createActGate } from './act-gate.ts'
import { ActBar } from './act-bar.tsx'
import { keycapOf } from './desk-key.ts'
import { FilterBar, StatusTabs } from './filter-bar.tsx'
import { filtersHref, readFilters, type ReviewFilters } from './filters.ts'
import { KeysDialog } from './keys-dialog.tsx'
import { ListPane } from './list-pane.tsx'
import { rowAfterLeaving, rowBeside } from './neighbours.ts'
import { keptReplyName } from './reply-box.tsx'
import { RejectDialog } from './reject-dialog.tsx'
import { ReviewDetail } from './review-detail.tsx'
import { type DoneAct, useActs } from './use-acts.ts'
import { useKeys } from './use-keys.ts'
import { useReviewPages } from './use-review-pages.ts'
import { useUnsentReply } from './use-unsent-reply.ts'

const isWide = (): boolean => matchMedia('(min-width: 64rem)').matches

interface ModerationQueueProps {
  canModerate: boolean
  isConnected: boolean
  action?: ReactNode
}

/** Two panes: the queue and the open review. A phone shows one of them. */
export const ModerationQueue = ({ canModerate, isConnected, action }: ModerationQueueProps) => {
  const searchParams = useSearchParams()
  const filters = useMemo(() => readFilters(new URLSearchParams(searchParams.toString())), [searchParams])
  const now = useNow()
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
  const selected = named ?? (filters.reviewId === null ? (rows[0] ?? null) : null)
  const [dialog, setDialog] = useState<'reject' | 'keys' | null>(null)
  const [replyFor, setReplyFor] = useState<string | null>(null)
  const replyField = useRef<HTMLTextAreaElement>(null)
  const searchField = useRef<HTMLInputElement>(null)

  const show = useCallback((next: ReviewFilters, isStep = false): void => {
    globalThis.history[isStep ? 'replaceState' : 'pushState'](null, '', filtersHref(next))
  }, [])
  /** Changes what the address says now, which the filters of this render may not say yet. */
  const narrow = (change: Partial<ReviewFilters>, isStep = false): void => {
    const current = readFilters(new URLSearchParams(globalThis.location.search))
    show({ ...current, reviewId: null, ...change }, isStep)
  }
  const open = (reviewId: string | null, isStep = false): void => {
    setReplyFor(null)
    show({ ...filters, reviewId }, isStep)
  }

  const kept = useKeptNames()
  const onDone = ({ act, after }: DoneAct): void => {
    if (act.kind === 'reply') {
      const name = keptReplyName(after.id)
      // What was typed while it was sent is another reply, still unsent.
      if ((kept.readText(name) ?? act.body).trim() !== act.body) return
      kept.forget(name)
    }
    setReplyFor(null)
    if (act.kind === 'reply' || act.kind === 'removeReply') return
    const next = rowAfterLeaving(rows, after.id)
    open(next !== null || isWide() ? (next?.id ?? null) : null, true)
  }
  const [gate] = useState(createActGate)
  const actedOn = useRef<string>(null)
  const noteAct = (reviewId: string): void => {
    actedOn.current = reviewId
    gate.close(reviewId)
  }
  const acts = useActs(onDone, () => gate.open())
  const mayAct = (): boolean => gate.isOpen(selected?.id ?? null)
  const openReply = (): void => {
    if (selected !== null && canModerate && mayAct()) setReplyFor(selected.id)
  }
  useUnsentReply({ isWanted: canModerate, filters, show, openReply: setReplyFor })
  useEffect(() => {
    if (replyFor !== null) replyField.current?.focus()
  }, [replyFor])
  useEffect(() => {
    if (selected !== null) document.querySelector(`#row-${selected.id}`)?.scrollIntoView({ block: 'nearest' })
  }, [selected])

  const selectedId = selected?.id
  useEffect(() => {
    if (actedOn.current === null || actedOn.current === selectedId) return
    actedOn.current = null
    // The button that was pressed is gone with its review, and the review’s row goes next.
    if (isFocusAdrift() || document.activeElement?.hasAttribute('data-stop') === true) returnFocus(null)
  }, [selectedId])

  const step = (by: 1 | -1) => (): void => {
    if (!mayAct()) return
    const row = rowBeside(rows, selected?.id ?? null, by)
    if (row !== null) open(row.id, true)
  }
  const publish = (): void => {
    if (selected === null || !canModerate || selected.status === 'published' || !mayAct()) return
    if (acts.act({ kind: 'publish', review: selected })) noteAct(selected.id)
  }
  const askReject = (): void => {
    if (selected !== null && canModerate && selected.status !== 'rejected' && mayAct()) setDialog('reject')
  }
  const undo = (): void => {
    if (!mayAct()) return
    const taken = acts.undo()
    if (taken === null) return
    if (taken.act.kind === 'reply') kept.keep(keptReplyName(taken.after.id), taken.act.body)
    show({ ...filters, status: taken.act.review.status, reviewId: taken.after.id })
  }
  useKeys({
    next: step(1),
    previous: step(-1),
    publish,
    reject: askReject,
    reply: openReply,
    undo,
    search: () => searchField.current?.focus(),
    help: () => setDialog('keys'),
  })
  const isDetailOpen = filters.reviewId !== null

  return (
    <main className="flex min-h-0 flex-col lg:h-dvh">
      <div className={cn('grid gap-2 pb-3', isDetailOpen && 'max-lg:hidden')}>
        <PageHeader title={texts.title}>
          {action}
          <Button look="quiet" size="small" onClick={() => setDialog('keys')} className="max-lg:hidden">
            <Keyboard aria-hidden /> {texts.keys.title} <span className="font-normal">{keycapOf('help')}</span>
          </Button>
        </PageHeader>
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 lg:px-6">
          <StatusTabs filters={filters} onChange={narrow} />
          <FilterBar
            filters={filters}
            onChange={narrow}
            onSearch={(search, isSameSearch) => narrow({ search }, isSameSearch)}
            searchField={searchField}
          />
        </div>
      </div>
      <ActBar last={acts.last} error={acts.error} onUndo={undo} />
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
            onSelect={(row) => open(row.id)}
            now={now}
          />
        </section>
        <section
          aria-label={texts.review}
          className={cn('lg:overflow-y-auto', statusBarSpace, !isDetailOpen && 'max-lg:hidden')}
        >
          <div className="px-2 pt-2 lg:hidden">
            <Button look="quiet" onClick={() => open(null)}>
              <ArrowLeft aria-hidden /> {texts.allReviews}
            </Button>
          </div>
          {selected === null && linked.isError && (
            <EmptyState title={texts.notFound.title}>{texts.notFound.text}</EmptyState>
          )}
          {selected !== null && (
            <ReviewDetail
              key={selected.id}
              review={selected}
              now={now}
              isBusy={acts.isBusy}
              canModerate={canModerate}
              reply={{
                isOpen: replyFor === selected.id,
                field: replyField,
                open: openReply,
                close: () => setReplyFor(null),
              }}
              onPublish={publish}
              onReject={askReject}
              onReply={(body) => acts.act({ kind: 'reply', review: selected, body })}
              onRemoveReply={() => acts.act({ kind: 'removeReply', review: selected })}
            />
          )}
        </section>
      </div>
      <RejectDialog
        isOpen={dialog === 'reject'}
        onOpenChange={(isOpen) => setDialog(isOpen ? 'reject' : null)}
        onReject={(reason) => {
          if (selected === null || !mayAct()) return
          if (acts.act({ kind: 'reject', review: selected, reason })) noteAct(selected.id)
        }}
      />
      <KeysDialog isOpen={dialog === 'keys'} onOpenChange={(isOpen) => setDialog(isOpen ? 'keys' : null)} />
    </main>
  )
}
