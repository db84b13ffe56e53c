import { z } from 'zod'
import { defineJob } from '../define/define-job.ts'
import { noticePolicy } from '../define/notice-policy.ts'

/** Tells one receiver of several incidents at once: by mail to one person, or by webhook. */
export const sendAlertDigest = defineJob({
  name: 'send-alert-digest',
  schema: z.object({
    digestId: z.uuid(),
    /** Whom; null for the webhook. */
    userId: z.uuid().nullable(),
  }),
  policy: noticePolicy,
})
