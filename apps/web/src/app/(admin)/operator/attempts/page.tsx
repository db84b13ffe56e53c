import type { Metadata } from 'next'
import { AttemptSearch } from '#operator/attempts/attempt-search.tsx'
import { guardPage } from '#session/session.ts'
import { StaffFrame } from '#frame/staff-frame.tsx'

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
