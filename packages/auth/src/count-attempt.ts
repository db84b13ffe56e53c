import type { Executor } from '@afterword/db/connection/client'
import { DomainError } from '@afterword/errors'
import { attemptCount } from '@afterword/db/schema'
import { and, eq, sql } from 'drizzle-orm'
import type { Origin } from './auth.ts'
import type { Keyring } from './keyring.ts'

export interface AttemptLimit {
  readonly scope: string
  readonly max: number
  readonly windowSeconds: number
}

/**
 * What may be guessed at, and how often. Counted in the database: for all processes together. The key of a
 * count is what a thing is (an id, a hash, a folded address), never how it was written.
 */
export const attemptLimits = {
  /** Strangers: of one network at all accounts, of one network at one account, of all networks at one account. */
  guessNetwork: { scope: 'guess.network', max: 30, windowSeconds: 5 * 60 },
  guessAccountNetwork: { scope: 'guess.account_network', max: 10, windowSeconds: 15 * 60 },
  guessAccount: { scope: 'guess.account', max: 100, windowSeconds: 60 * 60 },
  /** One browser that the account knows, one session of it, or one invitation: apart from all strangers. */
  guessOwn: { scope: 'guess.own', max: 10, windowSeconds: 15 * 60 },
  guessOwnDay: { scope: 'guess.own_day', max: 50, windowSeconds: 24 * 60 * 60 },
  refreshNetwork: { scope: 'refresh.network', max: 30, windowSeconds: 5 * 60 },
  /** Mailed tokens that open nothing. Good ones are never counted. */
  tokenMissNetwork: { scope: 'token_miss.network', max: 20, windowSeconds: 10 * 60 },
  mailNetwork: { scope: 'mail.network', max: 20, windowSeconds: 15 * 60 },
  /** Mails of one purpose to one address that strangers ask for, all networks together. */
  mailAddress: { scope: 'mail.address', max: 10, windowSeconds: 24 * 60 * 60 },
  /** Fresh links that a shop's customers are sent because somebody asked. */
  freshLinkShop: { scope: 'fresh_link.shop', max: 300, windowSeconds: 24 * 60 * 60 },
  /** The same work for addresses without a customer, so that both take as long. */
  freshLinkUnknown: { scope: 'fresh_link.unknown', max: 300, windowSeconds: 24 * 60 * 60 },
  linkMissNetwork: { scope: 'link_miss.network', max: 20, windowSeconds: 10 * 60 },
  linkAgainNetwork: { scope: 'link_again.network', max: 20, windowSeconds: 60 * 60 },
} as const satisfies Record<string, AttemptLimit>

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
