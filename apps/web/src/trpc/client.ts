import type { AppRouter } from '@afterword/trpc/root'
import { createTRPCClient, httpBatchLink, httpLink, splitLink } from '@trpc/client'
import { createRefreshingFetch } from './refreshing-fetch.ts'

const url = '/api/trpc'
const ownCall = { 'x-app': '1' }

/** An unanswered try counts as lost after this long; the next one asks what became of it. */
const timeoutMs = 15_000

const fetchInTime = (input: RequestInfo | URL | string, init?: RequestInit): Promise<Response> => {
  const limit = AbortSignal.timeout(timeoutMs)
  const signal = init?.signal
  return fetch(input, {
    ...init,
    signal: signal === null || signal === undefined ? limit : AbortSignal.any([signal, limit]),
  })
}

/** For customers: one call per request, each try with an id of its own. */
export const createCustomerClient = () =>
  createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url,
        headers: () => ({ ...ownCall, 'x-attempt-id': crypto.randomUUID() }),
        fetch: (input, init) => fetchInTime(input, init as RequestInit),
      }),
    ],
  })

/** For admins and operators: queries travel together, acts alone; an old access token is renewed. */
export const createAdminClient = () => {
  const refreshing = createRefreshingFetch(fetchInTime)
  const options = {
    url,
    headers: ownCall,
    fetch: (input: RequestInfo | URL | string, init?: unknown) => refreshing(input, init as RequestInit),
  }
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === 'mutation',
        true: httpLink(options),
        false: httpBatchLink(options),
      }),
    ],
  })
}
