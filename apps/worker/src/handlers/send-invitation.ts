import type { JobHandlers } from '@afterword/jobs/work'
import { sendInvitation } from '@afterword/services/people/invitation/send-invitation'
import { type HandlerDeps, toJobContext } from './handler-deps.ts'

export const handleSendInvitation =
  (deps: HandlerDeps): JobHandlers['sendInvitation'] =>
  async (data, attempt) => {
    const input = { ...data, mailKey: attempt.jobId }
    const outcome = await sendInvitation({ ctx: toJobContext(deps, attempt), input, mailer: deps.mailer })
    deps.logger.info({ jobId: attempt.jobId, ...data, outcome }, 'invitation')
  }
