import { reviewLink } from '@afterword/db/schema'
import { sql } from 'drizzle-orm'

/** How long a link in a mail works. An unsubscribe link outlives the reviews it came with. */
export const linkLifetimeDays = { review: 90, unsubscribe: 400 } as const
export type LinkPurpose = keyof typeof linkLifetimeDays

/** Whether a link still opens something: neither past its time nor revoked. Over `review_link`. */
export const isLinkOpen = sql<boolean>`(${reviewLink.expiresAt} > now() and ${reviewLink.revokedAt} is null)`
