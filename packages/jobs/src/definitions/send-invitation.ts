import { z } from 'zod'
import { defineJob } from '../define/define-job.ts'
import { longestMailSeconds } from '../define/longest-mail.ts'

/** Mails somebody an invitation to join a shop's people. */
export const sendInvitation = defineJob({
  name: 'send-invitation',
  schema: z.object({ shopId: z.uuid(), invitationId: z.uuid() }),
  policy: { retryLimit: 6, retryDelaySeconds: 15, retryDelayMaxSeconds: 3600, expireInSeconds: longestMailSeconds },
})
