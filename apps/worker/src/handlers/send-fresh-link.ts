import type { JobHandlers } from '@afterword/jobs/work'
import { sendFreshLink } from '@afterword/services/asking/link/send-fresh-link'
import { type HandlerDeps, toJobContext } from './handler-deps.ts'

export const handleSendFreshLink =
  (deps: HandlerDeps): JobHandlers['sendFreshLink'] =>
  async (data, attempt) => {
    const input = { ...data, mailKey: attempt.jobId }
    const outcome = await sendFreshLink({ ctx: toJobContext(deps, attempt), input, mailer: deps.mailer })
    deps.logger.info({ jobId: attempt.jobId, ...data, outcome }, 'fresh link')
  }
