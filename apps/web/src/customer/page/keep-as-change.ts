import type { TypedReview } from '@afterword/validation/review/check-content'
import { randomId } from '#browser/random-id.ts'
import { createDraftSlot, draftKeys } from '#customer/draft/draft-storage.ts'
import type { WrittenItem } from './forget-delivered.ts'

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

/**
 * Makes a change of the words for a first review that this device still has beside a review: they were typed in another
 * tab than the one that sent it. A change that is being written stays as it is, and the words wait.
 *
 * @returns Whether there are any: the form for changes then opens with them.
 */
export const offerLeftWords = (store: Storage | null, { lineItemId, review }: WrittenItem): boolean => {
  const { first, edit } = draftKeys(lineItemId)
  const slot = createDraftSlot(store, first)
  const left = slot.read()
  if (review === null || left === null || (left.title === '' && left.body === '')) return false
  if (createDraftSlot(store, edit).read() !== null || !keepAsChange(store, lineItemId, left)) return false
  slot.remove()
  return true
}
