import type { IncidentSummary } from '@afterword/validation/incident/schema'
import { outcomeUnitOf } from '@afterword/validation/incident/rules'
import { sql } from 'drizzle-orm'
import { type AlertChannel, type AlertOutcome, deliverAlert, incidentUrl, toAlertJson } from './alert-channel.ts'
import { selectIncidents, toSummary } from '../incident/internal/summarise-incident.ts'

interface AlertInput {
  readonly incidentId: string
  readonly reason: 'new' | 'grows' | 'gave_up'
  /** The operator to mail; null for the webhook. */
  readonly userId: string | null
}

const subjects = {
  new: 'New incident',
  grows: 'An incident grows',
  gave_up: 'A customer gave up',
} as const

const describeSize = ({ procedure, attemptCount, gaveUpCount }: IncidentSummary): string => {
  const attempts = attemptCount === 1 ? 'One failed attempt' : `${attemptCount} failed attempts`
  const unit = outcomeUnitOf(procedure)
  const gaveUp = gaveUpCount === 1 ? `one ${unit} was given up` : `${gaveUpCount} ${unit}s were given up`
  return `${attempts} so far, ${gaveUpCount === 0 ? `no ${unit} was given up` : gaveUp}.`
}

/**
 * Tells of an incident with the sentence its screen begins with.
 *
 * @returns `nothing_to_send` when the incident or the person is gone.
 * @throws DomainError of the mailer; `unavailable` when the webhook does not take it
 */
export const sendAlert = async (channel: AlertChannel, input: AlertInput): Promise<AlertOutcome> => {
  const { ctx } = channel
  const [row] = await selectIncidents(ctx.db, sql`i.id = ${input.incidentId}`, 1)
  if (row === undefined) return 'nothing_to_send'
  const incident = toSummary(row)
  return await deliverAlert(channel, input.userId, {
    mail: {
      subject: `${subjects[input.reason]}: ${incident.title}`,
      preview: describeSize(incident),
      paragraphs: [incident.sentence],
      action: { label: 'View incident', url: incidentUrl(ctx.publicUrl, incident.id) },
    },
    json: { reason: input.reason, ...toAlertJson(ctx, incident) },
  })
}
