import type { JobHandlers } from '@afterword/jobs/work'
import { sendAlert } from '@afterword/services/incident/send-alert'
import { type HandlerDeps, toJobContext } from './handler-deps.ts'

export const handleSendAlert =
  (deps: HandlerDeps): JobHandlers['sendAlert'] =>
  async (data, attempt) => {
    const input = { ...data, mailKey: attempt.jobId, timeoutSeconds: deps.claimSeconds }
    const { mailer, alertWebhookUrl: webhookUrl } = deps
    const outcome = await sendAlert({ ctx: toJobContext(deps, attempt), input, mailer, webhookUrl })
    deps.logger.info({ jobId: attempt.jobId, ...data, outcome }, 'alert')
  }
