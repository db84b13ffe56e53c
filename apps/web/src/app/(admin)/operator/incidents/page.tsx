import type { Metadata } from 'next'
import { IncidentList } from '#operator/incidents/incident-list.tsx'
import { guardPage } from '#session/session.ts'
import { StaffFrame } from '#frame/staff-frame.tsx'

export const metadata: Metadata = { title: 'Incidents' }

const IncidentsPage = async () => {
  await guardPage('operator')
  return (
    <StaffFrame>
      <IncidentList />
    </StaffFrame>
  )
}

export default IncidentsPage
