import { z } from 'zod'
import { defineJob } from '../define/define-job.ts'
import { longestMailSeconds } from '../define/longest-mail.ts'

/** Mails a sign-in link or a link to set a new password. The token is made when the mail is written. */
export const sendSignInMail = defineJob({
  name: 'send-sign-in-mail',
  schema: z.object({ signInTokenId: z.uuid() }),
  policy: { retryLimit: 4, retryDelaySeconds: 5, retryDelayMaxSeconds: 120, expireInSeconds: longestMailSeconds },
})
