/** How many calls one request to `/api/trpc` may carry. */
export const mostCalls = 10
