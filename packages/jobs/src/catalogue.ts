import { answerDeadLink } from './definitions/answer-dead-link.ts'
import { processWebhook } from './definitions/process-webhook.ts'
import { runDailyWork } from './definitions/run-daily-work.ts'
import { sendAlertDigest } from './definitions/send-alert-digest.ts'
import { sendAlert } from './definitions/send-alert.ts'
import { sendFreshLink } from './definitions/send-fresh-link.ts'
import { sendInvitation } from './definitions/send-invitation.ts'
import { sendReviewRequest } from './definitions/send-review-request.ts'
import { sendSecurityNotice } from './definitions/send-security-notice.ts'
import { sendSignInMail } from './definitions/send-sign-in-mail.ts'
import { sendUninstallNotice } from './definitions/send-uninstall-notice.ts'

/** Every job there is. The worker refuses to start when one has no handler. */
export const jobCatalogue = {
  answerDeadLink,
  processWebhook,
  runDailyWork,
  sendAlert,
  sendAlertDigest,
  sendFreshLink,
  sendInvitation,
  sendReviewRequest,
  sendSecurityNotice,
  sendSignInMail,
  sendUninstallNotice,
}
