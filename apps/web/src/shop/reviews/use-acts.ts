'use client'

import type { ModerationReviewView } from '@afterword/validation/review/moderation'
import type { RejectReason } from '@afterword/validation/review/schema'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC, useTRPCClient } from '#session/context.ts'

type Act =
  | { readonly kind: 'publish'; readonly review: ModerationReviewView }
  | { readonly kind: 'reject'; readonly review: ModerationReviewView; readonly reason: RejectReason }
  | { readonly kind: 'reply'; readonly review: ModerationReviewView; readonly body: string }
  | { readonly kind: 'removeReply'; readonly review: ModerationReviewView }

export interface DoneAct {
  readonly act: Act
  /** The review as the act left it. */
  readonly after: ModerationReviewView
}

/**
 * The moderator's acts. Each can be taken back, the last one first; `done` is that list. After every
 * act the lists and counts are asked for again.
 *
 * @param onFail  The act did not happen; its review stays where it is.
 */
export const useActs = (onDone: (done: DoneAct) => void, onFail: () => void) => {
  const { admin } = useTRPCClient()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [done, setDone] = useState<readonly DoneAct[]>([])
  const refresh = async (): Promise<void> => {
    await queryClient.invalidateQueries({ queryKey: trpc.admin.review.pathKey() })
  }

  const perform = async (act: Act): Promise<ModerationReviewView> => {
    const { id: reviewId, version } = act.review
    switch (act.kind) {
      case 'publish':
        return await admin.review.publish.mutate({ reviewId, version })
      case 'reject':
        return await admin.review.reject.mutate({ reviewId, version, reason: act.reason })
      case 'reply':
        return await admin.review.reply.mutate({ reviewId, body: act.body })
      case 'removeReply':
        return await admin.review.removeReply.mutate({ reviewId })
    }
  }

  const takeBack = async ({ act, after }: DoneAct): Promise<ModerationReviewView> => {
    const reviewId = after.id
    if (act.kind === 'publish' || act.kind === 'reject') {
      return await admin.review.undo.mutate({ reviewId, version: after.version })
    }
    const { reply } = act.review
    return reply === null
      ? await admin.review.removeReply.mutate({ reviewId })
      : await admin.review.reply.mutate({ reviewId, body: reply.body })
  }

  const acting = useMutation({
    mutationFn: perform,
    onSuccess: (after, act) => {
      const entry = { act, after }
      setDone((before) => [...before, entry])
      onDone(entry)
    },
    onError: onFail,
    // Not waited for: the next review is there already.
    onSettled: () => void refresh(),
  })
  const undoing = useMutation({
    mutationFn: takeBack,
    onSuccess: (_review, taken) => setDone((before) => before.filter((entry) => entry !== taken)),
    // Busy until the review is back with its new version; an act before that would be refused as outdated.
    onSettled: refresh,
  })
  const isBusy = acting.isPending || undoing.isPending
  const last = done.at(-1) ?? null
  return {
    last,
    isBusy,
    error: acting.error ?? undoing.error,
    /** @returns Whether it began: false while another act runs. */
    act: (act: Act): boolean => {
      if (isBusy) return false
      undoing.reset()
      acting.mutate(act)
      return true
    },
    undo: (): DoneAct | null => {
      if (isBusy || last === null) return null
      acting.reset()
      undoing.mutate(last)
      return last
    },
  }
}
