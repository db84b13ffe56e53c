import type { JobHandlers } from '@afterword/jobs/work'
import type { HandlerDeps } from './handlers/handler-deps.ts'
import { handleAnswerDeadLink } from './handlers/answer-dead-link.ts'
import { handleProcessWebhook } from './handlers/process-webhook.ts'
import { handleRunDailyWork } from './handlers/run-daily-work.ts'
import { handleSendAlert, handleSendAlertDigest } from './handlers/send-alert.ts'
import { handleSendFreshLink } from './handlers/send-fresh-link.ts'
import { handleSendInvitation } from './handlers/send-invitation.ts'
import { handleSendReviewRequest } from './handlers/send-review-request.ts'
import { handleSendSecurityNotice, handleSendSignInMail } from './handlers/send-account-mail.ts'
import { handleSendUninstallNotice } from './handlers/send-uninstall-notice.ts'

/** Which handler does which job. A definition without one does not compile. */
export const registerHandlers = (deps: HandlerDeps): JobHandlers => ({
  answerDeadLink: handleAnswerDeadLink(deps),
  processWebhook: handleProcessWebhook(deps),
  runDailyWork: handleRunDailyWork(deps),
  sendAlert: handleSendAlert(deps),
  sendAlertDigest: handleSendAlertDigest(deps),
  sendFreshLink: handleSendFreshLink(deps),
  sendInvitation: handleSendInvitation(deps),
  sendReviewRequest: handleSendReviewRequest(deps),
  sendSecurityNotice: handleSendSecurityNotice(deps),
  sendUninstallNotice: handleSendUninstallNotice(deps),
  sendSignInMail: handleSendSignInMail(deps),
})
