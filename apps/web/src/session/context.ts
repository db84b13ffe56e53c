import type { AppRouter } from '@afterword/trpc/root'
import { createTRPCContext } from '@trpc/tanstack-react-query'

/** The procedures as TanStack Query options, typed from the router. */
export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>()
