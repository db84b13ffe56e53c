import type { JobHandlers } from '@afterword/jobs/work'
import { sendSecurityNotice } from '@afterword/services/people/account/send-security-notice'
import { sendSignInMail } from '@afterword/services/people/account/send-sign-in-mail'
import { type HandlerDeps, toJobContext } from './handler-deps.ts'

export const handleSendSignInMail =
  (deps: HandlerDeps): JobHandlers['sendSignInMail'] =>
  async (data, attempt) => {
    const outcome = await sendSignInMail({ ctx: toJobContext(deps, attempt), input: data, mailer: deps.mailer })
    deps.logger.info({ jobId: attempt.jobId, ...data, outcome }, 'sign-in mail')
  }

export const handleSendSecurityNotice =
  (deps: HandlerDeps): JobHandlers['sendSecurityNotice'] =>
  async (data, attempt) => {
    const outcome = await sendSecurityNotice({ ctx: toJobContext(deps, attempt), input: data, mailer: deps.mailer })
    deps.logger.info({ jobId: attempt.jobId, ...data, outcome }, 'security notice')
  }
