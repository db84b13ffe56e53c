import { invitation, invitationAnswers } from '@afterword/db/schema'
import { type SQL, sql } from 'drizzle-orm'

/** Anyone who knows a link can use it, so no invitation outlives this. */
export const invitationDays = 7

const unanswered = invitationAnswers.map((answer) => sql`${invitation}.${sql.identifier(answer)} is null`)

/** Whether an invitation waits for an answer: neither accepted nor taken back, whatever its age. */
export const isUnanswered: SQL<boolean> = sql`(${sql.join(unanswered, sql` and `)})`

/** Whether an invitation is past its end, by the database's clock. */
export const isPastEnd: SQL<boolean> = sql`${invitation.expiresAt} <= clock_timestamp()`

/** Whether an invitation can be accepted now. */
export const isOpen: SQL<boolean> = sql`(${isUnanswered} and not ${isPastEnd})`
