import type { CustomerClient } from '#customer/client/customer-client.ts'
import { isFinalFailure, retryAfterMs } from '#call/failure.ts'
import type { ReviewItem } from '#customer/model/choose-item.ts'
import type { ServerDraft } from './restore-draft.ts'
import type { DraftServer } from './draft-keeper.ts'

/** A page's draft as the form takes it. @param sinceMs  How long ago the page asked for it */
const toServerDraft = (draft: ReviewItem['draft'] | undefined, sinceMs: number): ServerDraft | null =>
  draft === null || draft === undefined
    ? null
    : {
        rating: draft.rating,
        title: draft.title ?? '',
        body: draft.body ?? '',
        authorName: draft.authorName ?? '',
        version: draft.version,
        ageMs: draft.savedSecondsAgo * 1000 + sinceMs,
      }

/** Where one item's draft is kept for every device. */
export const createDraftServer = (client: CustomerClient, code: string, item: ReviewItem): DraftServer => ({
  // `performance.now()` is the time since the page was asked for.
  first: toServerDraft(item.draft, typeof window === 'undefined' ? 0 : performance.now()),
  load: async () => {
    const { items } = await client.customer.reviewRequest.get.query({ code })
    return toServerDraft(items.find(({ lineItemId }) => lineItemId === item.lineItemId)?.draft, 0)
  },
  save: async (typed) => await client.customer.draft.save.mutate({ code, lineItemId: item.lineItemId, ...typed }),
  isFinal: isFinalFailure,
  retryAfterMs,
})
