import { z } from 'zod'
import { defineJob } from '../define-job.ts'
import { longestMailSeconds } from '../longest-mail.ts'

/**
 * Mails a fresh link to a customer who asked for one on `/write/login/…`. An address that nobody
 * bought with is enqueued as well, with `customerId` null, so that both cost the asker the same time.
 */
export const sendFreshLink = defineJob({
  name: 'send-fresh-link',
  schema: z.object({ shopId: z.uuid(), customerId: z.uuid().nullable() }),
  policy: { retryLimit: 4, retryDelaySeconds: 15, retryDelayMaxSeconds: 900, expireInSeconds: longestMailSeconds },
})
