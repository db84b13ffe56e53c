import { z } from 'zod'
import { defineJob } from '../define/define-job.ts'
import { longestMailSeconds } from '../define/longest-mail.ts'

/** Sends one review request's mail when it is due and not sent yet. */
export const sendReviewRequest = defineJob({
  name: 'send-review-request',
  schema: z.object({ shopId: z.uuid(), reviewRequestId: z.uuid() }),
  policy: {
    retryLimit: 6,
    retryDelaySeconds: 30,
    retryDelayMaxSeconds: 6 * 3600,
    expireInSeconds: longestMailSeconds,
  },
})
