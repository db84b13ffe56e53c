import { operatorIncidentsTexts as texts } from '@afterword/language/texts/operator-incidents/texts'
import type { incidentStates } from '@afterword/validation/incident/rules'
import { Badge, type BadgeTone } from '#ui/badge.tsx'

type IncidentState = (typeof incidentStates)[number]

const tones: Readonly<Record<IncidentState, BadgeTone>> = { open: 'bad', muted: 'neutral', resolved: 'good' }

/** Whether an incident is open, muted or resolved. */
export const StateBadge = ({ state }: { state: IncidentState }) => (
  <Badge tone={tones[state]}>{texts.states[state]}</Badge>
)
