import type { Metadata } from 'next'
import { LoadPage } from '../../../../admin/load/load-page.tsx'
import { guardPage } from '../../../../server/session.ts'
import { StaffFrame } from '../../../../server/staff-frame.tsx'

export const metadata: Metadata = { title: 'Load' }

const OperatorLoadPage = async () => {
  await guardPage('operator')
  return (
    <StaffFrame>
      <LoadPage />
    </StaffFrame>
  )
}

export default OperatorLoadPage
