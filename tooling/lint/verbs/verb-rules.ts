import type { Excuse, VerbRules } from './judge-verbs.ts'

const sources = 'packages/services/src'
const keysOf = (names: readonly string[]): Set<string> => new Set(names.map((name) => `${sources}/${name}`))

/** What asks who may: a permission, or the caller's own proof. */
const guards = keysOf([
  'kernel/access.ts#requireMember',
  'kernel/access.ts#requireOperator',
  'kernel/access.ts#requireSignedIn',
  'kernel/access.ts#requireSystem',
  // The secret of a mailed link.
  'asking/link/find-review-link.ts#findReviewLink',
  'people/invitation/internal/find-invitation.ts#findInvitation',
  // A platform's signature, and the shop whose platform it is.
  'platform/webhook/internal/verify-signature.ts#isSignatureValid',
  'platform/webhook/process-delivery.ts#requirePlatform',
])

const records = keysOf([
  'kernel/audit.ts#writeAudit',
  'kernel/audit.ts#writeAuditBeside',
  'kernel/operator-audit.ts#writeOperatorAudit',
  'kernel/operator-audit.ts#writeOperatorAuditBeside',
])

/** What verbs are made of: the verb around it asks and records. */
const tools = keysOf([
  'kernel/in-transaction.ts#inTransaction',
  'mail/mail-allowance.ts#takeMailAllowance',
  'asking/link/create-review-links.ts#createReviewLinks',
  'insight/attempt/keep-partitions.ts#makePartitionsOf',
])

/** Why a verb need not ask, or need not record. */
const reasons = {
  stranger: 'Everybody may, and limits bound it.',
  machine: 'No person has it done: a process does it on its own account, with no call behind it.',
  upkeep:
    'It changes nothing that a person decided: what it did stands in its own tables or is told in the process’s log.',
  later: 'It only asks for a job; what the job then does is recorded.',
  itself: 'What it writes is the record: a vote, a visit, a report, a message of the platform.',
  unsent: 'What is typed and not sent yet; sending it is recorded.',
  told: 'A mail about what is recorded elsewhere; the log of sessions or of alerts has it.',
} as const
type Reason = keyof typeof reasons

const machine = { guard: 'machine', audit: 'upkeep' } as const
const asked = { guard: 'stranger', audit: 'later' } as const
const noted = { guard: 'stranger', audit: 'itself' } as const

/** The verbs that by design do not ask, or do not record. An entry that is needed no more fails the check. */
const excuses: Record<string, Excuse<Reason>> = {
  'asking/link-hit/record-link-hits.ts#recordLinkHits': noted,
  'asking/link/answer-dead-link.ts#answerDeadLink': asked,
  'asking/link/request-fresh-link.ts#requestFreshLink': asked,
  'asking/link/request-link-again.ts#requestLinkAgain': asked,
  'insight/alert/alert-channel.ts#deliverAlert': { audit: 'told' },
  'insight/alert/queue-alerts.ts#queueAlerts': machine,
  'insight/alert/send-alert-digest.ts#sendAlertDigest': { audit: 'told' },
  'insight/alert/send-alert.ts#sendAlert': { audit: 'told' },
  'insight/attempt/attempt-recorder.ts#createAttemptRecorder': machine,
  'insight/attempt/delete-old-reports.ts#deleteOldReports': machine,
  'insight/attempt/keep-partitions.ts#dropAttemptPartitions': machine,
  'insight/attempt/keep-partitions.ts#makeAttemptPartitions': machine,
  'insight/attempt/mark-process.ts#markRelease': machine,
  'insight/attempt/mark-process.ts#markWork': machine,
  'insight/attempt/save-browser-reports.ts#saveBrowserReports': noted,
  'insight/attempt/save-reports.ts#saveReports': noted,
  'insight/incident/join-attempts.ts#joinAttempts': machine,
  'insight/incident/rejoin-late.ts#rejoinLate': machine,
  'insight/outcome/settle-outcomes.ts#settleOutcomes': machine,
  'operations/daily/queue-daily-runs.ts#queueDailyRuns': machine,
  'operations/daily/requeue-lost-runs.ts#requeueLostRuns': machine,
  'operations/daily/run-daily-work.ts#runDailyWork': { audit: 'upkeep' },
  'operations/demo/create-demo-links.ts#createDemoLinks': machine,
  'operations/sweep/delete-ended.ts#deleteEnded': machine,
  'operations/sweep/queue-notices.ts#queueNotices': machine,
  'operations/sweep/requeue-overdue.ts#requeueOverdue': machine,
  'people/account/request-sign-in-mail.ts#requestSignInMail': { guard: 'stranger', audit: 'told' },
  'people/account/send-security-notice.ts#sendSecurityNotice': { audit: 'told' },
  'people/account/send-sign-in-mail.ts#sendSignInMail': { audit: 'told' },
  'platform/webhook/receive-webhook.ts#receiveWebhook': { audit: 'itself' },
  'reviews/draft/save-draft.ts#saveDraft': { audit: 'unsent' },
  'shop/send-uninstall-notice.ts#sendUninstallNotice': { audit: 'told' },
  'storefront/public/vote-helpful.ts#voteHelpful': noted,
}

/** How the verbs of services are judged. The only place that excuses one. */
export const verbRules: VerbRules = {
  guards,
  records,
  tools,
  excuses: Object.fromEntries(Object.entries(excuses).map(([name, excuse]) => [`${sources}/${name}`, excuse])),
}
