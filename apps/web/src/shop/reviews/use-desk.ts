'use client'

import type { RejectReason } from '@afterword/validation/review/rules'
import { useState } from 'react'
import { useKeptNames } from '#kept/use-kept.tsx'
import { createActGate } from './act-gate.ts'
import { rowAfterLeaving, rowBeside } from './neighbours.ts'
import { keptReplyName } from './reply-box.tsx'
import { useActFocus } from './use-act-focus.ts'
import { type DoneAct, useActs } from './use-acts.ts'
import type { Selection } from './use-selection.ts'
import { useUnsentReply } from './use-unsent-reply.ts'

const isWide = (): boolean => matchMedia('(min-width: 64rem)').matches

/** What a moderator does with the review that is open: each act as the buttons and the keys call it. */
export const useDesk = ({ filters, pages, selected, goTo, open }: Selection, canModerate: boolean) => {
  const [isRejecting, setIsRejecting] = useState(false)
  const [replyFor, setReplyFor] = useState<string | null>(null)
  const [gate] = useState(createActGate)
  const kept = useKeptNames()
  const noteFocus = useActFocus(selected?.id)
  const openReview = (reviewId: string | null, isStep = false): void => {
    setReplyFor(null)
    open(reviewId, isStep)
  }
  const onDone = ({ act, after }: DoneAct): void => {
    if (act.kind === 'reply') {
      const name = keptReplyName(after.id)
      // What was typed while it was sent is another reply, still unsent.
      if ((kept.readText(name) ?? act.body).trim() !== act.body) return
      kept.forget(name)
    }
    setReplyFor(null)
    if (act.kind === 'reply' || act.kind === 'removeReply') return
    const next = rowAfterLeaving(pages.rows, after.id)
    openReview(next !== null || isWide() ? (next?.id ?? null) : null, true)
  }
  const acts = useActs(onDone, () => gate.open())
  const mayAct = (): boolean => gate.isOpen(selected?.id ?? null)
  const begin = (act: Parameters<typeof acts.act>[0]): void => {
    if (!acts.act(act)) return
    noteFocus(act.review.id)
    gate.close(act.review.id)
  }
  useUnsentReply({ isWanted: canModerate, filters, show: goTo, openReply: setReplyFor })
  return {
    acts,
    openReview,
    step: (by: 1 | -1): void => {
      if (!mayAct()) return
      const row = rowBeside(pages.rows, selected?.id ?? null, by)
      if (row !== null) openReview(row.id, true)
    },
    publish: (): void => {
      if (selected === null || !canModerate || selected.status === 'published' || !mayAct()) return
      begin({ kind: 'publish', review: selected })
    },
    isRejecting,
    setIsRejecting,
    askReject: (): void => {
      if (selected !== null && canModerate && selected.status !== 'rejected' && mayAct()) setIsRejecting(true)
    },
    reject: (reason: RejectReason): void => {
      if (selected !== null && mayAct()) begin({ kind: 'reject', review: selected, reason })
    },
    isReplying: selected !== null && replyFor === selected.id,
    openReply: (): void => {
      if (selected !== null && canModerate && mayAct()) setReplyFor(selected.id)
    },
    closeReply: (): void => setReplyFor(null),
    undo: (): void => {
      if (!mayAct()) return
      const taken = acts.undo()
      if (taken === null) return
      if (taken.act.kind === 'reply') kept.keep(keptReplyName(taken.after.id), taken.act.body)
      goTo({ ...filters, status: taken.act.review.status, reviewId: taken.after.id })
    },
  }
}

export type Desk = ReturnType<typeof useDesk>
