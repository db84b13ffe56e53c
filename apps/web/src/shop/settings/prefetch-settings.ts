import { appRouter } from '@afterword/trpc/root'
import { dehydrate, type DehydratedState } from '@tanstack/react-query'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import { createQueryClient } from '#call/query-client.ts'
import { requestContext } from '#server/caller.ts'

/** The shop's settings, asked for in this process, so that the first HTML holds them. */
export const prefetchSettings = async (): Promise<DehydratedState> => {
  const queryClient = createQueryClient()
  const { admin } = createTRPCOptionsProxy({ router: appRouter, ctx: await requestContext(), queryClient })
  await queryClient.prefetchQuery({ ...admin.shop.settings.queryOptions(), retry: false })
  return dehydrate(queryClient)
}
