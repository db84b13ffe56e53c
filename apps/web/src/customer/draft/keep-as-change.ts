import type { TypedReview } from '@afterword/validation/check-review-content'
import { randomId } from '../random-id.ts'
import { createDraftSlot, draftKeys } from './draft-storage.ts'

/**
 * Keeps words that met a review of the same item, sent from elsewhere, as a change to that review.
 *
 * @returns Whether they are kept: the form for changes then opens with them.
 */
export const keepAsChange = (store: Storage | null, lineItemId: string, typed: TypedReview): boolean =>
  createDraftSlot(store, draftKeys(lineItemId).edit).write({
    ...typed,
    submissionId: randomId(),
    isSending: false,
    editedAt: Date.now(),
    baseVersion: 0,
  })
