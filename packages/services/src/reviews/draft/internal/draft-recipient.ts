import type { FoundReviewLink } from '../../../asking/link/find-review-link.ts'

/** Where a link names no customer: what is typed through it belongs to all who hold such a link. */
const unknownRecipient = '00000000-0000-0000-0000-000000000000'

/** Whose drafts a link reaches: those of the person it was sent to. */
export const draftRecipient = ({ customerId }: Pick<FoundReviewLink, 'customerId'>): string =>
  customerId ?? unknownRecipient
