import { DomainError } from '@afterword/errors'
import type { Origin } from './auth.ts'
import { type Counter, countAttempt, forgiveAttempt, networkOf } from './count-attempt.ts'
import { type AttemptLimit, attemptLimits } from './limits.ts'

/**
 * Who guesses at a password: somebody the account has let in before (a browser it knows, a session, the
 * holder of an invitation), or a stranger. What strangers do never closes an account to the first.
 */
export type Guesser =
  | { readonly kind: 'own'; readonly id: string }
  | { readonly kind: 'stranger'; readonly account: string; readonly origin: Origin }

const countsOf = (guesser: Guesser): (readonly [AttemptLimit, string])[] => {
  if (guesser.kind === 'own') {
    return [
      [attemptLimits.guessOwn, guesser.id],
      [attemptLimits.guessOwnDay, guesser.id],
    ]
  }
  const network = networkOf(guesser.origin)
  return [
    [attemptLimits.guessNetwork, network],
    [attemptLimits.guessAccountNetwork, `${network}\n${guesser.account}`],
    [attemptLimits.guessAccount, guesser.account],
  ]
}

/**
 * Counts one guess, before the password is looked at. A guess that a narrow count refuses is not counted by
 * the wider ones, so that one network alone cannot use up what all networks have together.
 *
 * @throws DomainError `rate.limited`; `details.retryAfterSeconds` says when the window ends
 */
export const requireGuess = async (deps: Counter, guesser: Guesser): Promise<void> => {
  for (const [limit, subject] of countsOf(guesser)) {
    const { isOver, retryAfterSeconds } = await countAttempt(deps, limit, subject)
    if (isOver) throw new DomainError('rate.limited', { details: { retryAfterSeconds } })
  }
}

/** Takes back a guess that was right. */
export const forgiveGuess = async (deps: Counter, guesser: Guesser): Promise<void> => {
  for (const [limit, subject] of countsOf(guesser)) await forgiveAttempt(deps, limit, subject)
}
