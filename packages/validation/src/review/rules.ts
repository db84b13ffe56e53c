/** The rules of a review that need no schema library to be read: a customer's page loads them alone. */

export const reviewLimits = {
  titleLength: 120,
  bodyLength: 5_000,
  authorNameLength: 80,
  replyLength: 2_000,
} as const

export const reviewStatuses = ['pending', 'published', 'rejected'] as const
export type ReviewStatus = (typeof reviewStatuses)[number]

/** Why a shop may refuse a review. None of them is the rating (16 CFR 465.7). */
export const rejectReasons = [
  'spam',
  'off_topic',
  'offensive',
  'personal_data',
  'illegal',
  'not_a_customer',
  'conflict_of_interest',
] as const
export type RejectReason = (typeof rejectReasons)[number]

/** What a customer writes about one item, as it is stored. */
export interface ReviewContent {
  /** 1 to 5, whole. */
  readonly rating: number
  readonly title?: string | undefined
  readonly body: string
  readonly authorName?: string | undefined
}

/** Whether a stored review says what was sent. The name may be one that was filled in for an empty field. */
export const saysTheSame = (
  stored: { readonly rating: number; readonly title: string | null; readonly body: string },
  sent: ReviewContent,
): boolean => stored.rating === sent.rating && stored.body === sent.body && stored.title === (sent.title ?? null)
