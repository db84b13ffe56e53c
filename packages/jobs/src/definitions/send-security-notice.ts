import { z } from 'zod'
import { defineJob } from '../define/define-job.ts'
import { longestMailSeconds } from '../define/longest-mail.ts'

/** Tells a person by mail what happened to their account: a reused session, a changed password. */
export const sendSecurityNotice = defineJob({
  name: 'send-security-notice',
  schema: z.object({ authEventId: z.number().int() }),
  policy: { retryLimit: 8, retryDelaySeconds: 15, retryDelayMaxSeconds: 3600, expireInSeconds: longestMailSeconds },
})
