import { z } from 'zod'
import { defineJob } from '../define/define-job.ts'
import { longestMailSeconds } from '../define/longest-mail.ts'

/** Tells the operator of an incident: by mail to one person, or by webhook. */
export const sendAlert = defineJob({
  name: 'send-alert',
  schema: z.object({
    incidentId: z.uuid(),
    reason: z.enum(['new', 'grows', 'gave_up']),
    /** Whom; null for the webhook. */
    userId: z.uuid().nullable(),
  }),
  policy: { retryLimit: 8, retryDelaySeconds: 15, retryDelayMaxSeconds: 3600, expireInSeconds: longestMailSeconds },
})
