import { isAllowed } from '@afterword/services/kernel/access'
import type { Metadata } from 'next'
import { DeliveryOverview } from '#shop/delivery/delivery-overview.tsx'
import { memberSession } from '#session/session.ts'

export const metadata: Metadata = { title: 'Delivery' }

const DeliveryPage = async () => {
  const { role } = await memberSession()
  return <DeliveryOverview canResend={isAllowed(role, 'delivery.resend')} />
}

export default DeliveryPage
