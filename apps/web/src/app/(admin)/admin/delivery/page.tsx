import { adminDeliveryTexts as texts } from '@afterword/language/texts/admin-delivery/texts'
import { isAllowed } from '@afterword/services/kernel/access'
import type { Metadata } from 'next'
import { DeliveryOverview } from '#shop/delivery/delivery-overview.tsx'
import { memberSession } from '#session/session.ts'

export const metadata: Metadata = { title: texts.title }

const DeliveryPage = async () => {
  const { role } = await memberSession()
  return <DeliveryOverview canResend={isAllowed(role, 'delivery.resend')} />
}

export default DeliveryPage
