import type { Metadata } from 'next'
import { OperatorDeliveries } from '../../../admin/delivery-log.tsx'
import { guardPage } from '../../../server/session.ts'
import { StaffFrame } from '../../../server/staff-frame.tsx'

export const metadata: Metadata = { title: 'Operator' }

const OperatorPage = async () => {
  await guardPage('operator')
  return (
    <StaffFrame>
      <OperatorDeliveries />
    </StaffFrame>
  )
}

export default OperatorPage
