import { z } from 'zod'
import { defineJob } from '../define/define-job.ts'
import { longestMailSeconds } from '../define/longest-mail.ts'

/** How it came to a fresh link: an address was entered, a dead link was used, or the shop missed the review. */
export const freshLinkReasons = ['address_entered', 'dead_link', 'review_missing'] as const
export type FreshLinkReason = (typeof freshLinkReasons)[number]

/**
 * Mails a fresh link to a customer who asked for one, or whose review never arrived. An address that nobody
 * bought with is enqueued as well, with `customerId` null, so that both cost the asker the same time.
 */
export const sendFreshLink = defineJob({
  name: 'send-fresh-link',
  schema: z.object({
    shopId: z.uuid(),
    customerId: z.uuid().nullable(),
    // A job that an older release queued names none; this was by far the most frequent.
    reason: z.enum(freshLinkReasons).default('address_entered'),
  }),
  policy: { retryLimit: 4, retryDelaySeconds: 15, retryDelayMaxSeconds: 900, expireInSeconds: longestMailSeconds },
})
