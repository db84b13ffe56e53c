import type { JobAttempt } from '@afterword/jobs/work'
import type { Logger } from '@afterword/logger'
import type { ServiceContext, ServiceDeps } from '@afterword/services/kernel/context'
import type { Mailer } from '@afterword/services/mail/mailer'

/** What every handler is made with. */
export interface HandlerDeps {
  readonly services: ServiceDeps
  readonly mailer: Mailer
  readonly logger: Logger
  /** How long the right to send one mail is held. */
  readonly claimSeconds: number
  /** Where alerts go besides the operators' mail; null for nowhere. */
  readonly alertWebhookUrl: string | null
}

/** A job acts as the system, under its own id. */
export const toJobContext = ({ services }: HandlerDeps, { jobId }: JobAttempt): ServiceContext => ({
  ...services,
  principal: { kind: 'system' },
  requestId: `job_${jobId}`,
})
