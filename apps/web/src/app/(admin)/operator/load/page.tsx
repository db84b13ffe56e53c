import { operatorLoadTexts as texts } from '@afterword/language/texts/operator-load/texts'
import type { Metadata } from 'next'
import { LoadPage } from '#operator/load/load-page.tsx'
import { guardPage } from '#session/session.ts'
import { StaffFrame } from '#frame/staff-frame.tsx'

export const metadata: Metadata = { title: texts.title }

const OperatorLoadPage = async () => {
  await guardPage('operator')
  return (
    <StaffFrame>
      <LoadPage />
    </StaffFrame>
  )
}

export default OperatorLoadPage
