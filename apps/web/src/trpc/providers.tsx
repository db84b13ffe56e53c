'use client'

import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { createAdminClient } from './admin-client.ts'
import { TRPCProvider } from './context.ts'
import { createQueryClient } from './query-client.ts'

/** What admin and operator pages call with. Customers' pages have one small client of their own. */
export const ApiProvider = ({ children }: { children: ReactNode }) => {
  const [queryClient] = useState(createQueryClient)
  const [client] = useState(createAdminClient)
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  )
}
