import type { AppRouter } from '@afterword/trpc/root'
import { createTRPCClient, httpLink } from '@trpc/client'
import { randomId } from '#browser/random-id.ts'
import { type PageReports, release } from '#customer/reports/page-reports.ts'
import { apiUrl, ownCall } from '#call/call.ts'

const addressOf = (input: RequestInfo | URL): string => {
  if (typeof input === 'string') return input
  return input instanceof URL ? input.href : input.url
}

/** For customers: one call per request, each try with an id of its own, and a report of each that failed. */
export const createCustomerClient = (reports: Pick<PageReports, 'fetch'>) =>
  createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: apiUrl,
        headers: () => ({
          ...ownCall,
          'x-attempt-id': randomId(),
          ...(release === null ? {} : { 'x-release': release }),
        }),
        fetch: async (input, init) => await reports.fetch(addressOf(input), init as RequestInit),
      }),
    ],
  })

export type CustomerClient = ReturnType<typeof createCustomerClient>
