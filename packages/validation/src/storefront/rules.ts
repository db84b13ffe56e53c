/** Plain, because the embed asks by them too. */

/** Products whose summaries are answered at once. */
export const mostSummaries = 100

/** The orders of a public list of reviews. */
export const storefrontSorts = ['newest', 'highest', 'lowest', 'helpful'] as const
