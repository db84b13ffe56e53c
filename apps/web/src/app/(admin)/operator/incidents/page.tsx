import type { Metadata } from 'next'
import { IncidentList } from '../../../../admin/incidents/incident-list.tsx'
import { guardPage } from '../../../../server/session.ts'
import { StaffFrame } from '../../../../server/staff-frame.tsx'

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
