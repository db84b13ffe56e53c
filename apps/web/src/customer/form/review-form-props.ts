import type { TypedReview } from '@afterword/validation/review/check-content'
import type { CustomerClient } from '#customer/client/customer-client.ts'
import type { Delivered } from '#customer/delivery/use-delivery.ts'
import type { DraftServer } from '#customer/draft/draft-keeper.ts'
import type { CustomerTexts } from '#customer/texts/customer-texts.ts'

export interface ReviewFormProps {
  code: string
  lineItemId: string
  isEdit: boolean
  client: CustomerClient
  /** Where the draft is kept for other devices; null while a review is being changed. */
  draftServer: DraftServer | null
  /** What the page knows: the draft, the review to change, the star of the address. */
  initial: TypedReview
  /** Made by the server for the case that no script runs. */
  submissionId: string
  /** Error code that a plain form post came back with. */
  postError: string | null
  /** @param typed  What stood in the form. */
  onDelivered: (delivered: Delivered, typed: TypedReview) => void
  /** A submission's end is known. */
  onSettled: (submissionId: string) => void
  onRate: () => void
  cancelHref: string | null
  onCancel: (href: string) => void
  words: CustomerTexts
}
