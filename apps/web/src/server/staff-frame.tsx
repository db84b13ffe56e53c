import { accessTokenLifetimeSeconds } from '@afterword/auth/access-token'
import type { ReactNode } from 'react'
import { AdminFrame } from '../admin/admin-frame.tsx'
import { ApiProvider } from '../trpc/providers.tsx'
import { guardSignedIn, memberSession, signedInAccount } from './session.ts'

const MemberFrame = async ({ children }: { children: ReactNode }) => {
  const { user, shop } = await memberSession()
  return (
    <ApiProvider visitor={{ email: user.email, shopId: shop.id }} lifetimeSeconds={accessTokenLifetimeSeconds}>
      <AdminFrame section="shop" title={shop.name} user={user}>
        {children}
      </AdminFrame>
    </ApiProvider>
  )
}

const OperatorFrame = async ({ children }: { children: ReactNode }) => {
  const { user } = await signedInAccount()
  return (
    <ApiProvider visitor={{ email: user.email, shopId: null }} lifetimeSeconds={accessTokenLifetimeSeconds}>
      <AdminFrame section="operator" title="Afterword" user={user}>
        {children}
      </AdminFrame>
    </ApiProvider>
  )
}

/** The frame of whoever is signed in. Which pages they may see is up to the pages. */
export const StaffFrame = async ({ children }: { children: ReactNode }) =>
  (await guardSignedIn()) === 'operator' ? (
    <OperatorFrame>{children}</OperatorFrame>
  ) : (
    <MemberFrame>{children}</MemberFrame>
  )
