import { z } from 'zod'
import { defineJob } from '../define/define-job.ts'

/** Does a shop's daily work of one day. */
export const runDailyWork = defineJob({
  name: 'run-daily-work',
  schema: z.object({ shopId: z.uuid(), day: z.iso.date() }),
  policy: { retryLimit: 5, retryDelaySeconds: 30, retryDelayMaxSeconds: 600, expireInSeconds: 300 },
})
