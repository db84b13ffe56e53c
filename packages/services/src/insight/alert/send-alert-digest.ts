import { sql } from 'drizzle-orm'
import { type AlertChannel, type AlertOutcome, deliverAlert, toAlertJson } from './alert-channel.ts'
import { selectIncidents, toSummary } from '../incident/internal/summarise-incident.ts'

/** Incidents that one digest names; the others stand on the screen it leads to. */
const mostNamed = 20

interface DigestInput {
  readonly digestId: string
  /** The operator to mail; null for the webhook. */
  readonly userId: string | null
}

/**
 * Tells of several incidents at once: those of the digest that are still open, the newest first, twenty by name.
 *
 * @returns `nothing_to_send` when none is open any more or the person is gone.
 * @throws DomainError of the mailer; `unavailable` when the webhook does not take it
 */
export const sendAlertDigest = async (channel: AlertChannel, input: DigestInput): Promise<AlertOutcome> => {
  const { ctx } = channel
  const isMeant = sql`i.state = 'open' and i.id in (select incident_id from operator_alert where digest_id = ${input.digestId})`
  const [counted] = await ctx.db.execute<{ count: number }>(
    sql`select count(*)::int as count from incident i where ${isMeant}`,
  )
  const count = counted?.count ?? 0
  if (count === 0) return 'nothing_to_send'
  const incidents = (await selectIncidents(ctx.db, isMeant, mostNamed)).map(toSummary)
  const url = `${ctx.publicUrl}/operator/incidents`
  const rest = count > incidents.length ? [`And ${count - incidents.length} more.`] : []
  return await deliverAlert(channel, input.userId, {
    mail: {
      subject: count === 1 ? 'One more incident' : `${count} more incidents`,
      preview: 'What is open and still needs a look.',
      paragraphs: [...incidents.map(({ sentence }) => sentence), ...rest],
      action: { label: 'View incidents', url },
    },
    json: { reason: 'digest', count, incidents: incidents.map((incident) => toAlertJson(ctx, incident)), url },
  })
}
