import { appRouter } from '@afterword/trpc/root'
import { dehydrate, type DehydratedState } from '@tanstack/react-query'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import { listInput, type ReviewFilters } from './filters.ts'
import { createQueryClient } from '#call/query-client.ts'
import { requestContext } from '#server/caller.ts'

/**
 * The moderation queue's first page, its counts and products, asked for in this process, so that the
 * first HTML holds them. What fails here is left out: the browser asks again and tells why.
 */
export const prefetchQueue = async (filters: ReviewFilters): Promise<DehydratedState> => {
  const queryClient = createQueryClient()
  const { admin } = createTRPCOptionsProxy({ router: appRouter, ctx: await requestContext(), queryClient })
  await Promise.all([
    queryClient.prefetchInfiniteQuery({
      ...admin.review.list.infiniteQueryOptions(listInput(filters), {
        getNextPageParam: (page) => page.nextCursor ?? undefined,
      }),
      retry: false,
    }),
    queryClient.prefetchQuery({ ...admin.review.counts.queryOptions(), retry: false }),
    queryClient.prefetchQuery({ ...admin.product.list.queryOptions(), retry: false }),
  ])
  return dehydrate(queryClient)
}
