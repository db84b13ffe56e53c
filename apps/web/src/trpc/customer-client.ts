import type { AppRouter } from '@afterword/trpc/root'
import { createTRPCClient, httpLink } from '@trpc/client'
import { randomId } from '../customer/random-id.ts'
import { type PageReports, release } from '../customer/reports/page-reports.ts'
import { apiUrl, ownCall } from './call.ts'

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
        fetch: async (input, init) => await reports.fetch(String(input), init as RequestInit),
      }),
    ],
  })

export type CustomerClient = ReturnType<typeof createCustomerClient>
