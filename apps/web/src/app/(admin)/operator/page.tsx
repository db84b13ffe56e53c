import { operatorWebhooksTexts as texts } from '@afterword/language/texts/operator-webhooks/texts'
import type { Metadata } from 'next'
import { OperatorDeliveries } from '#operator/webhooks/delivery-log.tsx'
import { guardPage } from '#session/session.ts'
import { StaffFrame } from '#frame/staff-frame.tsx'

export const metadata: Metadata = { title: texts.pageTitle }

const OperatorPage = async () => {
  await guardPage('operator')
  return (
    <StaffFrame>
      <OperatorDeliveries />
    </StaffFrame>
  )
}

export default OperatorPage
