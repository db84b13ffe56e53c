import { cache } from 'react'
import { pageCaller } from '#server/caller.ts'
import { orNotFound } from '#server/or-not-found.ts'

/** What the customer pages are made of, once per request: the page, its title and the document's language ask for it. */

/** @returns null for a link that does not work. */
export const loadReviewPage = cache(async (code: string) =>
  orNotFound(async () => (await pageCaller()).customer.reviewRequest.get({ code })),
)

/** @returns null for a shop that is not there. */
export const loadShop = cache(async (shopAccessCode: string) =>
  orNotFound(async () => (await pageCaller()).customer.shop.get({ shopAccessCode })),
)

/** @returns null for a link that does not work. */
export const loadSubscription = cache(async (code: string) =>
  orNotFound(async () => (await pageCaller()).customer.subscription.get({ code })),
)
