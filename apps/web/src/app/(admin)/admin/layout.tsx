import { accessTokenLifetimeSeconds } from '@afterword/auth/access-token'
import type { ReactNode } from 'react'
import { AdminFrame } from '../../../admin/admin-frame.tsx'
import { guardSignedIn, memberSession } from '../../../server/session.ts'
import { ApiProvider } from '../../../trpc/providers.tsx'

/** Operators have pages here too, those of their own account; every other page guards itself. */
const AdminLayout = async ({ children }: { children: ReactNode }) => {
  const kind = await guardSignedIn()
  const session = kind === 'member' ? await memberSession() : null
  const visitor = { email: session?.user.email ?? 'operator', shopId: session?.shop.id ?? null }
  return (
    <ApiProvider visitor={visitor} lifetimeSeconds={accessTokenLifetimeSeconds}>
      {session === null ? (
        <AdminFrame section="operator" title="Afterword" user={null}>
          {children}
        </AdminFrame>
      ) : (
        <AdminFrame section="shop" title={session.shop.name} user={session.user}>
          {children}
        </AdminFrame>
      )}
    </ApiProvider>
  )
}

export default AdminLayout
