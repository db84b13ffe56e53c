import { QueryClient } from '@tanstack/react-query'
import { isFinalFailure } from './failure.ts'

/** The cache of one page. Queries try again only where that can help; acts never do by themselves. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => failures < 2 && !isFinalFailure(error),
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
