import type { Metadata } from 'next'
import { AdminFrame } from '../../../admin/admin-frame.tsx'
import { OperatorDeliveries } from '../../../admin/delivery-log.tsx'
import { RefreshSession } from '../../../admin/refresh-session.tsx'
import { guardPage } from '../../../server/session.ts'
import { ApiProvider } from '../../../trpc/providers.tsx'

export const metadata: Metadata = { title: 'Operator' }

const OperatorPage = async () => {
  if (!(await guardPage('operator'))) return <RefreshSession />
  return (
    <AdminFrame section="operator" title="Afterword" user={null}>
      <ApiProvider audience="admin">
        <OperatorDeliveries />
      </ApiProvider>
    </AdminFrame>
  )
}

export default OperatorPage
