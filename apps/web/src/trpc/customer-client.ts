import type { AppRouter } from '@afterword/trpc/root'
import { createTRPCClient, httpLink } from '@trpc/client'
import { apiUrl, fetchInTime, ownCall } from './call.ts'

/** For customers: one call per request, each try with an id of its own. */
export const createCustomerClient = () =>
  createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: apiUrl,
        headers: () => ({ ...ownCall, 'x-attempt-id': crypto.randomUUID() }),
        fetch: (input, init) => fetchInTime(input, init as RequestInit),
      }),
    ],
  })

export type CustomerClient = ReturnType<typeof createCustomerClient>
