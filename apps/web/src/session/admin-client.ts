import type { AppRouter } from '@afterword/trpc/root'
import { mostCalls } from '@afterword/validation/primitives/batch'
import { createTRPCClient, httpBatchLink, httpLink, splitLink } from '@trpc/client'
import { apiUrl, ownCall } from '#call/call.ts'
import { sessionFetch } from './session-fetch.ts'

/**
 * For admins and operators: queries travel together, acts alone; an old access token is renewed.
 *
 * @param shopId  The shop the page was rendered for; the server refuses calls once the session acts for another.
 */
export const createAdminClient = (shopId: string | null) => {
  const options = {
    url: apiUrl,
    headers: shopId === null ? ownCall : { ...ownCall, 'x-shop': shopId },
    fetch: (input: RequestInfo | URL | string, init?: unknown) => sessionFetch(input, init as RequestInit),
  }
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === 'mutation',
        true: httpLink(options),
        false: httpBatchLink({ ...options, maxItems: mostCalls }),
      }),
    ],
  })
}
