import { QueryClient } from '@tanstack/react-query'
import { isFinalFailure } from './failure.ts'

/** Between tries of what could not be loaded. */
const askAgainMs = 5_000

/** The cache of one page. Queries try again only where that can help; acts never do by themselves. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => failures < 2 && !isFinalFailure(error),
        // What failed for a while says so, and comes by itself when it can.
        refetchInterval: ({ state }) => (state.status === 'error' && !isFinalFailure(state.error) ? askAgainMs : false),
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
