import type { Executor } from '@afterword/db/connection/client'
import { DomainError } from '@afterword/errors'
import { attemptCount } from '@afterword/db/schema'
import { and, eq, sql } from 'drizzle-orm'
import type { Origin } from './auth.ts'
import type { Keyring } from './keyring.ts'
import type { AttemptLimit } from './limits.ts'

/** What counting needs. A transaction will do: what is counted in one that is rolled back was not. */
export interface Counter {
  readonly db: Executor
  readonly keyring: Keyring
}

const subjectOf = (deps: Counter, limit: AttemptLimit, subject: string): Uint8Array =>
  deps.keyring.hmac('attempt-count', `${limit.scope}\n${subject}`)

/** The network an attempt is counted for. Callers without a known address share one count. */
export const networkOf = (origin: Origin): string => origin.ipPrefix ?? 'unknown'

/**
 * Counts one attempt. Count before trying: guesses made at once cannot slip past each other.
 *
 * @returns Whether it was one too many, and in how many seconds the window ends.
 */
export const countAttempt = async (
  deps: Counter,
  limit: AttemptLimit,
  subject: string,
): Promise<{ readonly isOver: boolean; readonly retryAfterSeconds: number }> => {
  const windowEnd = sql`clock_timestamp() + make_interval(secs => ${limit.windowSeconds})`
  const isOver = sql`${attemptCount.windowEndsAt} <= clock_timestamp()`
  const [row] = await deps.db
    .insert(attemptCount)
    .values({ scope: limit.scope, subject: subjectOf(deps, limit, subject), count: 1, windowEndsAt: windowEnd })
    .onConflictDoUpdate({
      target: [attemptCount.scope, attemptCount.subject],
      set: {
        count: sql`case when ${isOver} then 1 else ${attemptCount.count} + 1 end`,
        windowEndsAt: sql`case when ${isOver} then ${windowEnd} else ${attemptCount.windowEndsAt} end`,
      },
    })
    .returning({
      count: attemptCount.count,
      seconds: sql<number>`ceil(extract(epoch from ${attemptCount.windowEndsAt} - clock_timestamp()))::int`,
    })
  if (row === undefined) throw new Error('insert into attempt_count returned no row')
  return { isOver: row.count > limit.max, retryAfterSeconds: Math.max(1, row.seconds) }
}

/** Counts one attempt. @throws DomainError `rate.limited`; `details.retryAfterSeconds` says when the window ends */
export const requireAttempt = async (deps: Counter, limit: AttemptLimit, subject: string): Promise<void> => {
  const { isOver, retryAfterSeconds } = await countAttempt(deps, limit, subject)
  if (isOver) throw new DomainError('rate.limited', { details: { retryAfterSeconds } })
}

/** Takes back one attempt that was right after all. */
export const forgiveAttempt = async (deps: Counter, limit: AttemptLimit, subject: string): Promise<void> => {
  await deps.db
    .update(attemptCount)
    .set({ count: sql`greatest(${attemptCount.count} - 1, 0)` })
    .where(and(eq(attemptCount.scope, limit.scope), eq(attemptCount.subject, subjectOf(deps, limit, subject))))
}
