import type { Origin } from '@afterword/auth/auth'
import { networkOf, requireAttempt } from '@afterword/auth/count-attempt'
import { attemptLimits } from '@afterword/auth/limits'
import { DomainError } from '@afterword/errors'
import type { ServiceDeps } from '../../kernel/context.ts'

type Counter = Pick<ServiceDeps, 'db' | 'keyring'>

/**
 * Counts a link that opened nothing, for the network it was tried from. Links that do work are never
 * refused: a token of 256 bits is not found by trying, and a shop's office shares one network.
 *
 * @throws DomainError `rate.limited` after 20 misses in 10 minutes
 */
export const countLinkMiss = async (deps: Counter, origin: Origin): Promise<void> => {
  await requireAttempt(deps, attemptLimits.linkMissNetwork, networkOf(origin))
}

/** Counts a failed call when it failed because its link opens nothing. @throws as countLinkMiss */
export const countIfLinkMiss = async (deps: Counter, origin: Origin, error: unknown): Promise<void> => {
  if (error instanceof DomainError && error.code === 'review_link.not_found') await countLinkMiss(deps, origin)
}
