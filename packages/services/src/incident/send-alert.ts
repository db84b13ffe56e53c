import { userAccount } from '@afterword/db/schema'
import { encodeId } from '@afterword/validation/ids'
import { DomainError } from '@afterword/errors'
import { eq, sql } from 'drizzle-orm'
import type { ServiceContext } from '../context.ts'
import type { Mailer } from '../mail/mailer.ts'
import { buildMessageId } from '../mail/message-id.ts'
import { type IncidentSummary, selectIncidents, toSummary } from './summarise-incident.ts'

interface SendAlert {
  readonly ctx: ServiceContext
  readonly input: {
    readonly incidentId: string
    readonly reason: 'new' | 'grows' | 'gave_up'
    readonly userId: string | null
    /** Names this mail, the same for every try of it: the job's id. */
    readonly mailKey: string
    /** Longest time a try may take. */
    readonly timeoutSeconds: number
  }
  readonly mailer: Mailer
  readonly webhookUrl: string | null
}

const subjects = {
  new: 'New incident',
  grows: 'An incident grows',
  gave_up: 'A customer gave up',
} as const

const callWebhook = async (url: string, alert: object, signal: AbortSignal): Promise<void> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(alert),
    signal,
  })
  if (!response.ok)
    throw new DomainError('unavailable', { cause: new Error(`the webhook answered ${response.status}`) })
}

const mailTo = async (args: SendAlert, incident: IncidentSummary, url: string): Promise<'sent' | 'nothing_to_send'> => {
  const { ctx, input, mailer } = args
  const [person] = await ctx.db
    .select({ email: userAccount.email, name: userAccount.name })
    .from(userAccount)
    .where(eq(userAccount.id, input.userId ?? ''))
  if (person === undefined) return 'nothing_to_send'
  const mail = {
    kind: 'staff',
    messageId: buildMessageId(`alert_${input.mailKey}`, ctx.publicUrl),
    to: person.email,
    name: person.name,
    subject: `${subjects[input.reason]}: ${incident.title}`,
    paragraphs: [incident.sentence],
    action: { label: 'Look at the incident', url },
    code: null,
    reason: 'You get this mail because you are an operator. Mute the incident to hear no more of it.',
  } as const
  await mailer.send(mail, AbortSignal.timeout(input.timeoutSeconds * 1_000))
  return 'sent'
}

/**
 * Tells of an incident with the sentence its screen begins with.
 *
 * @returns `nothing_to_send` when the incident or the person is gone.
 * @throws DomainError of the mailer; `unavailable` when the webhook does not take it
 */
export const sendAlert = async (args: SendAlert): Promise<'sent' | 'nothing_to_send'> => {
  const { ctx, input, webhookUrl } = args
  const [row] = await selectIncidents(ctx.db, sql`i.id = ${input.incidentId}`, 1)
  if (row === undefined) return 'nothing_to_send'
  const incident = toSummary(row)
  const url = `${ctx.publicUrl}/operator/incidents/${encodeId('incident', incident.id)}`
  if (input.userId !== null) return await mailTo(args, incident, url)
  if (webhookUrl === null) return 'nothing_to_send'
  const { title, sentence, verdict, attemptCount, gaveUpCount } = incident
  const alert = { reason: input.reason, title, sentence, verdict, attemptCount, gaveUpCount, url }
  await callWebhook(webhookUrl, alert, AbortSignal.timeout(input.timeoutSeconds * 1_000))
  return 'sent'
}
