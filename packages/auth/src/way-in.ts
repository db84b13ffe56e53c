import { signInToken } from '@afterword/db/schema'
import { and, isNull, sql } from 'drizzle-orm'

/** How long a mailed sign-in link holds (ASVS 6.5.5). */
export const signInLinkSeconds = 10 * 60

/** How long a mailed link for a new password holds. */
export const passwordLinkSeconds = 15 * 60

/** Whether a mailed way in can still be used: neither used nor past its time, by the database's clock. */
export const isWayInOpen = and(isNull(signInToken.usedAt), sql`${signInToken.expiresAt} > clock_timestamp()`)
