import { z } from 'zod'
import { defineJob } from '../define-job.ts'

/** Mails a fresh link to a customer who asked for one on `/write/login/…`. */
export const sendFreshLink = defineJob({
  name: 'send-fresh-link',
  schema: z.object({ shopId: z.uuid(), customerId: z.uuid() }),
  policy: { retryLimit: 4, retryDelaySeconds: 15, retryDelayMaxSeconds: 900, expireInSeconds: 60 },
})
