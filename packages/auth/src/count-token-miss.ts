import { DomainError, type ErrorCode } from '@afterword/errors'
import type { Origin } from './auth.ts'
import { type Counter, networkOf, requireAttempt } from './count-attempt.ts'
import { attemptLimits } from './limits.ts'

const misses: ReadonlySet<ErrorCode> = new Set([
  'sign_in_link.not_found',
  'sign_in_link.code_refused',
  'invitation.not_found',
] as const)

/**
 * Uses a mailed token and counts it, for its network, when it opened nothing. One that does open is never
 * refused: 256 bits are not found by trying, and an office shares one network with strangers.
 *
 * @throws DomainError `rate.limited` in place of the 21st miss within ten minutes; else what `use` throws
 */
export const countTokenMiss = async <Result>(
  deps: Counter,
  origin: Origin,
  use: () => Promise<Result>,
): Promise<Result> => {
  try {
    return await use()
  } catch (error) {
    const isMiss = error instanceof DomainError && misses.has(error.code)
    if (isMiss) await requireAttempt(deps, attemptLimits.tokenMissNetwork, networkOf(origin))
    throw error
  }
}
