import type { ReactNode } from 'react'
import { AdminFrame } from '../../../admin/admin-frame.tsx'
import { memberSession } from '../../../server/session.ts'
import { ApiProvider } from '../../../trpc/providers.tsx'

const AdminLayout = async ({ children }: { children: ReactNode }) => {
  const session = await memberSession()
  return (
    <AdminFrame section="shop" title={session.shop.name} user={session.user}>
      <ApiProvider>{children}</ApiProvider>
    </AdminFrame>
  )
}

export default AdminLayout
