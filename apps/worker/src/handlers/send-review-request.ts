import type { JobHandlers } from '@afterword/jobs/work'
import { sendReviewRequest } from '@afterword/services/asking/request/send-review-request'
import { type HandlerDeps, toJobContext } from './handler-deps.ts'

export const handleSendReviewRequest =
  (deps: HandlerDeps): JobHandlers['sendReviewRequest'] =>
  async (data, attempt) => {
    const input = { ...data, claimSeconds: deps.claimSeconds, isLastTry: attempt.isLast }
    const outcome = await sendReviewRequest({ ctx: toJobContext(deps, attempt), input, mailer: deps.mailer })
    deps.logger.info({ jobId: attempt.jobId, ...data, outcome }, 'review request')
  }
