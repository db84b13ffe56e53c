import { operatorAttemptsTexts as texts } from '@afterword/language/texts/operator-attempts/texts'
import type { Metadata } from 'next'
import { AttemptSearch } from '#operator/attempts/attempt-search.tsx'
import { guardPage } from '#session/session.ts'
import { StaffFrame } from '#frame/staff-frame.tsx'

export const metadata: Metadata = { title: texts.title }

const AttemptsPage = async () => {
  await guardPage('operator')
  return (
    <StaffFrame>
      <AttemptSearch />
    </StaffFrame>
  )
}

export default AttemptsPage
