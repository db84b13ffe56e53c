import { checkReviewContent } from '@afterword/validation/review/check-content'
import { saysTheSame } from '@afterword/validation/review/rules'
import type { OwnReview } from '#customer/delivery/use-delivery.ts'
import { isSameTyped } from '#customer/model/form-values.ts'
import { createDraftSlot, type Draft, draftKeys } from '#customer/draft/draft-storage.ts'

export interface WrittenItem {
  readonly lineItemId: string
  readonly review: OwnReview | null
}

const typedOf = ({ rating, title, body, authorName }: OwnReview) => ({ rating, title: title ?? '', body, authorName })

/**
 * Whether the words of a first review are in the review there is. What was on its way and was changed since, maybe on
 * another device, is old; beside a review as it was first sent, other words are another tab's.
 */
const isInReview = (draft: Draft, review: OwnReview): boolean => {
  if (draft.isSending && review.editedAt !== null) return true
  // Texts are stored trimmed, and an empty name is filled in.
  const checked = checkReviewContent(draft)
  return 'content' in checked && saysTheSame(review, checked.content)
}

/**
 * Removes the drafts of this device that arrived although no page was told so: their answer was lost, and the page
 * was opened again later. Words that are not in the review stay.
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
      if (draft === null) return []
      const isFirst = key === keys.first
      const isDelivered = isSameTyped(draft, typedOf(review)) || (isFirst && isInReview(draft, review))
      if (isDelivered) slot.remove()
      return isDelivered || (isFirst && draft.isSending) ? [draft.submissionId] : []
    })
  })
