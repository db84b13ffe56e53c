import type {
  incidentAttemptSchema,
  incidentDetailSchema,
  incidentRowSchema,
} from '@afterword/validation/incident/schema'
import type { z } from 'zod'

export type IncidentSummary = z.output<typeof incidentRowSchema>
export type IncidentDetail = z.output<typeof incidentDetailSchema>
export type IncidentAttempt = z.output<typeof incidentAttemptSchema>
export type IncidentPlotData = IncidentDetail['plot']
