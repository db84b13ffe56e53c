import { operatorIncidentsTexts as texts } from '@afterword/language/texts/operator-incidents/texts'
import type { Metadata } from 'next'
import { IncidentList } from '#operator/incidents/incident-list.tsx'
import { guardPage } from '#session/session.ts'
import { StaffFrame } from '#frame/staff-frame.tsx'

export const metadata: Metadata = { title: texts.title }

const IncidentsPage = async () => {
  await guardPage('operator')
  return (
    <StaffFrame>
      <IncidentList />
    </StaffFrame>
  )
}

export default IncidentsPage
