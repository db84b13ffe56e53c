import type { Origin } from '@afterword/auth/auth'
import { networkOf, requireAttempt } from '@afterword/auth/count-attempt'
import { attemptLimits } from '@afterword/auth/limits'
import { hashOldLinkCode, parseReviewLinkCode } from '@afterword/auth/review-link'
import { answerDeadLink } from '@afterword/jobs/definitions/answer-dead-link'
import type { JobData } from '@afterword/jobs/define/define-job'
import type { ServiceContext } from '../../kernel/context.ts'

export type DeadLink = JobData<typeof answerDeadLink>['link']

const throttleSeconds = 60

const toHex = (hash: Uint8Array): string => Buffer.from(hash).toString('hex')

const readDeadLink = (ctx: ServiceContext, code: string): DeadLink => {
  const token = parseReviewLinkCode(code)
  if (token !== null) return { kind: 'review', shopId: token.shopId, tokenHash: toHex(token.tokenHash) }
  const oldHash = hashOldLinkCode(ctx.keyring, code)
  return oldHash === null ? null : { kind: 'old', codeHash: toHex(oldHash) }
}

/**
 * Asks, with a link that opens nothing any more, for a fresh one to be mailed to the address it once went
 * to: an expired or revoked one, or a code of the system before this one. Says nothing of whether there
 * was such a link: each is enqueued alike and looked up by a job.
 *
 * @param input.code  From the address, as it came.
 * @throws DomainError `rate.limited` after 20 from one network within an hour
 * @see docs/decisions/023-dead-links.md
 */
export const requestLinkAgain = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: { readonly code: string; readonly origin: Origin }
}): Promise<void> => {
  await requireAttempt(ctx, attemptLimits.linkAgainNetwork, networkOf(input.origin))
  const link = readDeadLink(ctx, input.code)
  const key = `dead ${link === null ? 'none' : link.kind === 'old' ? link.codeHash : link.tokenHash}`
  await ctx.jobs.enqueue(ctx.db, answerDeadLink, { link }, { throttle: { key, seconds: throttleSeconds } })
}
