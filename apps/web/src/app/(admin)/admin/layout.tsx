import type { ReactNode } from 'react'
import { AdminFrame } from '../../../admin/admin-frame.tsx'
import { RefreshSession } from '../../../admin/refresh-session.tsx'
import { memberSession } from '../../../server/session.ts'
import { ApiProvider } from '../../../trpc/providers.tsx'

const AdminLayout = async ({ children }: { children: ReactNode }) => {
  const session = await memberSession()
  if (session === null) return <RefreshSession />
  return (
    <AdminFrame section="shop" title={session.shop.name} user={session.user}>
      <ApiProvider audience="admin">{children}</ApiProvider>
    </AdminFrame>
  )
}

export default AdminLayout
