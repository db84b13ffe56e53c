import type { authEvent } from '@afterword/db/schema'

/** One line of the log of what happened to sessions. */
export type SessionEvent = typeof authEvent.$inferInsert
