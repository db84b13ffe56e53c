/** What a review request's times say of it, in the order of a person's interest. */
export const reviewRequestStates = ['scheduled', 'sent', 'cancelled', 'given_up'] as const
export type ReviewRequestState = (typeof reviewRequestStates)[number]

/** Why a request that would be due is not sent. */
export const cancelReasons = ['order_cancelled', 'nothing_to_review', 'unsubscribed', 'shop_uninstalled'] as const
export type CancelReason = (typeof cancelReasons)[number]

/** What a link of a mail opens. */
export const linkPurposes = ['review', 'unsubscribe'] as const
export type LinkPurpose = (typeof linkPurposes)[number]
