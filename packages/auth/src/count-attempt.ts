import { DomainError } from '@afterword/errors'
import { attemptCount } from '@afterword/db/schema'
import { and, eq, sql } from 'drizzle-orm'
import type { Auth, Origin } from './auth.ts'

export interface AttemptLimit {
  readonly scope: string
  readonly max: number
  readonly windowSeconds: number
}

/** What may be guessed at, and how often. Counted in the database: for all processes together. */
export const attemptLimits = {
  signInAccount: { scope: 'sign_in.account', max: 10, windowSeconds: 15 * 60 },
  signInNetwork: { scope: 'sign_in.network', max: 30, windowSeconds: 5 * 60 },
  refreshNetwork: { scope: 'refresh.network', max: 30, windowSeconds: 5 * 60 },
  mailAccount: { scope: 'mail.account', max: 5, windowSeconds: 15 * 60 },
  mailNetwork: { scope: 'mail.network', max: 20, windowSeconds: 15 * 60 },
  tokenNetwork: { scope: 'token.network', max: 20, windowSeconds: 10 * 60 },
  linkMissNetwork: { scope: 'link_miss.network', max: 20, windowSeconds: 10 * 60 },
  linkAgainNetwork: { scope: 'link_again.network', max: 20, windowSeconds: 60 * 60 },
  invitation: { scope: 'invitation', max: 10, windowSeconds: 15 * 60 },
} as const satisfies Record<string, AttemptLimit>

type Counter = Pick<Auth, 'db' | 'keyring'>

const subjectOf = (deps: Counter, limit: AttemptLimit, subject: string): Uint8Array =>
  deps.keyring.hmac('attempt-count', `${limit.scope}\n${subject}`)

/** The network an attempt is counted for. Callers without a known address share one count. */
export const networkOf = (origin: Origin): string => origin.ipPrefix ?? 'unknown'

/** The account an attempt is counted for, whether it exists or not. */
export const accountOf = (email: string): string => email.trim().toLowerCase()

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
