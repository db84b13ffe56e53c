import type { OwnReview } from '../delivery/use-delivery.ts'
import { isSameTyped } from '../form/form-values.ts'
import { createDraftSlot, draftKeys } from './draft-storage.ts'

interface WrittenItem {
  readonly lineItemId: string
  readonly review: OwnReview | null
}

const typedOf = ({ rating, title, body, authorName }: OwnReview) => ({ rating, title: title ?? '', body, authorName })

/**
 * Removes the drafts of this device that arrived although no page was told so: their answer was lost, and the page
 * was opened again later. What was typed and never sent stays.
 *
 * @returns The submissions whose end is known by that.
 */
export const forgetDelivered = (store: Storage | null, items: readonly WrittenItem[]): string[] =>
  items.flatMap(({ lineItemId, review }) => {
    if (review === null) return []
    const keys = draftKeys(lineItemId)
    return [keys.first, keys.edit].flatMap((key) => {
      const slot = createDraftSlot(store, key)
      const draft = slot.read()
      const isDelivered =
        draft !== null && ((key === keys.first && draft.isSending) || isSameTyped(draft, typedOf(review)))
      if (!isDelivered) return []
      slot.remove()
      return [draft.submissionId]
    })
  })
