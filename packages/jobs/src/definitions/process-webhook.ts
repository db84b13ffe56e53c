import { z } from 'zod'
import { defineJob } from '../define/define-job.ts'

/** Applies one stored webhook delivery. */
export const processWebhook = defineJob({
  name: 'process-webhook',
  schema: z.object({ shopId: z.uuid(), webhookId: z.string() }),
  policy: { retryLimit: 8, retryDelaySeconds: 2, retryDelayMaxSeconds: 600, expireInSeconds: 60 },
})
