import type { JobHandlers } from '@afterword/jobs/work'
import type { AlertChannel } from '@afterword/services/insight/alert/alert-channel'
import { sendAlert } from '@afterword/services/insight/alert/send-alert'
import { sendAlertDigest } from '@afterword/services/insight/alert/send-alert-digest'
import { type HandlerDeps, toJobContext } from './handler-deps.ts'

type JobAttempt = Parameters<typeof toJobContext>[1]

const channelOf = (deps: HandlerDeps, attempt: JobAttempt): AlertChannel => ({
  ctx: toJobContext(deps, attempt),
  mailer: deps.mailer,
  webhookUrl: deps.alertWebhookUrl,
  mailKey: attempt.jobId,
})

export const handleSendAlert =
  (deps: HandlerDeps): JobHandlers['sendAlert'] =>
  async (data, attempt) => {
    const outcome = await sendAlert(channelOf(deps, attempt), data)
    deps.logger.info({ jobId: attempt.jobId, ...data, outcome }, 'alert')
  }

export const handleSendAlertDigest =
  (deps: HandlerDeps): JobHandlers['sendAlertDigest'] =>
  async (data, attempt) => {
    const outcome = await sendAlertDigest(channelOf(deps, attempt), data)
    deps.logger.info({ jobId: attempt.jobId, ...data, outcome }, 'digest of alerts')
  }
