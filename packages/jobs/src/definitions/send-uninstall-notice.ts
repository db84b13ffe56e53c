import { z } from 'zod'
import { defineJob } from '../define/define-job.ts'
import { noticePolicy } from '../define/notice-policy.ts'

/** Tells an owner by mail that their shop's platform says it removed us. */
export const sendUninstallNotice = defineJob({
  name: 'send-uninstall-notice',
  schema: z.object({ shopId: z.uuid(), userId: z.uuid() }),
  policy: noticePolicy,
})
