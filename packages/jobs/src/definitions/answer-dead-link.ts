import { z } from 'zod'
import { defineJob } from '../define/define-job.ts'

/** Hexadecimal. Never a code: anyone who reads the queue must not be able to open a page with it. */
const hash = z.string().regex(/^[\da-f]{64}$/)

/**
 * Finds whose link it was that somebody opened in vain and has a fresh one mailed to them. A link that
 * nobody was ever given is enqueued as well, so that both cost the asker the same time.
 */
export const answerDeadLink = defineJob({
  name: 'answer-dead-link',
  schema: z.object({
    link: z
      .union([
        // A code that somebody made up names any 128 bits, of no RFC 9562 version.
        z.object({ kind: z.literal('review'), shopId: z.guid(), tokenHash: hash }),
        z.object({ kind: z.literal('old'), codeHash: hash }),
      ])
      .nullable(),
  }),
  policy: { retryLimit: 4, retryDelaySeconds: 15, retryDelayMaxSeconds: 900, expireInSeconds: 60 },
})
