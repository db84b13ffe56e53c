import { z } from 'zod'
import { defineJob } from '../define/define-job.ts'
import { noticePolicy } from '../define/notice-policy.ts'

/** Tells a person by mail what happened to their account: a reused session, a changed password. */
export const sendSecurityNotice = defineJob({
  name: 'send-security-notice',
  schema: z.object({ authEventId: z.number().int() }),
  policy: noticePolicy,
})
