/** Products whose summaries are answered at once. Plain, because the embed asks in such parts. */
export const mostSummaries = 100
