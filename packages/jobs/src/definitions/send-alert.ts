import { alertReasons } from '@afterword/validation/incident/rules'
import { z } from 'zod'
import { defineJob } from '../define/define-job.ts'
import { noticePolicy } from '../define/notice-policy.ts'

/** Tells the operator of an incident: by mail to one person, or by webhook. */
export const sendAlert = defineJob({
  name: 'send-alert',
  schema: z.object({
    incidentId: z.uuid(),
    reason: z.enum(alertReasons),
    /** Whom; null for the webhook. */
    userId: z.uuid().nullable(),
  }),
  policy: noticePolicy,
})
