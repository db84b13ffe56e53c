import { reviewLink } from '@afterword/db/schema'
import type { LinkPurpose } from '@afterword/validation/request/rules'
import { sql } from 'drizzle-orm'

/** How long a link in a mail works. An unsubscribe link outlives the reviews it came with. */
export const linkLifetimeDays = { review: 90, unsubscribe: 400 } as const satisfies Record<LinkPurpose, number>

/** Whether a link still opens something: neither past its time nor revoked. Over `review_link`. */
export const isLinkOpen = sql<boolean>`(${reviewLink.expiresAt} > now() and ${reviewLink.revokedAt} is null)`
