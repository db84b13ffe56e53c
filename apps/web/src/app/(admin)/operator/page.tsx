import { accessTokenLifetimeSeconds } from '@afterword/auth/access-token'
import type { Metadata } from 'next'
import { AdminFrame } from '../../../admin/admin-frame.tsx'
import { OperatorDeliveries } from '../../../admin/delivery-log.tsx'
import { guardPage } from '../../../server/session.ts'
import { ApiProvider } from '../../../trpc/providers.tsx'

export const metadata: Metadata = { title: 'Operator' }

const OperatorPage = async () => {
  await guardPage('operator')
  return (
    <ApiProvider visitor={{ email: 'operator', shopId: null }} lifetimeSeconds={accessTokenLifetimeSeconds}>
      <AdminFrame section="operator" title="Afterword" user={null}>
        <OperatorDeliveries />
      </AdminFrame>
    </ApiProvider>
  )
}

export default OperatorPage
