import { operatorIncidentsTexts as texts } from '@afterword/language/texts/operator-incidents/texts'
import type { Metadata } from 'next'
import { IncidentView } from '#operator/incidents/incident-view.tsx'
import { guardPage } from '#session/session.ts'
import { StaffFrame } from '#frame/staff-frame.tsx'

export const metadata: Metadata = { title: texts.titleOfOne }

const IncidentPage = async ({ params }: { params: Promise<{ incidentId: string }> }) => {
  await guardPage('operator')
  const { incidentId } = await params
  return (
    <StaffFrame>
      <IncidentView incidentId={incidentId} />
    </StaffFrame>
  )
}

export default IncidentPage
