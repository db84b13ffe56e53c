import type { Metadata } from 'next'
import { AttemptSearch } from '../../../../admin/incidents/attempt-search.tsx'
import { guardPage } from '../../../../server/session.ts'
import { StaffFrame } from '../../../../server/staff-frame.tsx'

export const metadata: Metadata = { title: 'Failed attempts' }

const AttemptsPage = async () => {
  await guardPage('operator')
  return (
    <StaffFrame>
      <AttemptSearch />
    </StaffFrame>
  )
}

export default AttemptsPage
