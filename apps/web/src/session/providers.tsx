'use client'

import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { KeptOwner } from '#kept/use-kept.tsx'
import { createAdminClient } from './admin-client.ts'
import { TRPCProvider } from './context.ts'
import { createQueryClient } from '#call/query-client.ts'
import { SessionKeeper } from './session-keeper.tsx'
import { ShopChangedNotice } from './shop-changed-notice.tsx'

interface ApiProviderProps {
  /** Whose session the page was rendered for. */
  visitor: {
    readonly email: string
    /** Null for an operator. */
    readonly shopId: string | null
    /** When their access token ends, in epoch seconds. */
    readonly accessEnd: number
  }
  /** How long an access token holds. */
  lifetimeSeconds: number
  children: ReactNode
}

/** What admin and operator pages call with. Customers' pages have one small client of their own. */
export const ApiProvider = ({ visitor, lifetimeSeconds, children }: ApiProviderProps) => {
  const [queryClient] = useState(createQueryClient)
  const [client] = useState(() => createAdminClient(visitor.shopId))
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        <KeptOwner person={visitor.email} shopId={visitor.shopId}>
          {children}
        </KeptOwner>
        <SessionKeeper accessEnd={visitor.accessEnd} lifetimeSeconds={lifetimeSeconds} />
        <ShopChangedNotice />
      </TRPCProvider>
    </QueryClientProvider>
  )
}
