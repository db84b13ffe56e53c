import type { ReviewPageView } from '@afterword/validation/review/customer-page'

export type ReviewItem = ReviewPageView['items'][number]

const isWaiting = (item: ReviewItem): boolean => item.isReviewable && item.review === null

/**
 * The item the page is about: the one in the address, else the one the mail's link was made for,
 * else the first that can still be reviewed, else the first.
 */
export const chooseItem = (
  items: readonly ReviewItem[],
  wanted: { readonly fromAddress: string | null; readonly fromLink: string | null },
): ReviewItem | null =>
  items.find((item) => item.lineItemId === wanted.fromAddress) ??
  items.find((item) => item.lineItemId === wanted.fromLink) ??
  items.find(isWaiting) ??
  items[0] ??
  null

/** The next item to offer after one was sent: those after it come first, then those before. */
export const nextItem = (items: readonly ReviewItem[], currentId: string): ReviewItem | null => {
  const position = items.findIndex((item) => item.lineItemId === currentId)
  return [...items.slice(position + 1), ...items.slice(0, Math.max(position, 0))].find(isWaiting) ?? null
}
