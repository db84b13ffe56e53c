'use client'

import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { createAdminClient, createCustomerClient } from './client.ts'
import { TRPCProvider } from './context.ts'
import { createQueryClient } from './query-client.ts'

const createClient = { customer: createCustomerClient, admin: createAdminClient }

export const ApiProvider = ({ audience, children }: { audience: keyof typeof createClient; children: ReactNode }) => {
  const [queryClient] = useState(createQueryClient)
  const [client] = useState(createClient[audience])
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  )
}
