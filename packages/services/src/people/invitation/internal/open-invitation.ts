import { invitation } from '@afterword/db/schema'
import { and, isNull, type SQL, sql } from 'drizzle-orm'

/** Whether an invitation waits for an answer: neither accepted nor taken back, whatever its age. */
export const isUnanswered = and(isNull(invitation.acceptedAt), isNull(invitation.revokedAt)) ?? sql`true`

/** Whether an invitation can be accepted now, by the database's clock. */
export const isOpen: SQL = sql`${isUnanswered} and ${invitation.expiresAt} > clock_timestamp()`
