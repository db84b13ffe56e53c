import type { IncidentSummary } from '@afterword/validation/incident/schema'
import { userAccount } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { encodeId } from '@afterword/validation/primitives/ids'
import { eq } from 'drizzle-orm'
import { requireSystem } from '../../kernel/access.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import type { Mailer, StaffMail } from '../../mail/mailer.ts'
import { buildMessageId } from '../../mail/message-id.ts'

/** How one try to tell of something reaches its receiver. */
export interface AlertChannel {
  readonly ctx: ServiceContext
  readonly mailer: Mailer
  readonly webhookUrl: string | null
  /** Names this mail, the same for every try of it: the job's id. */
  readonly mailKey: string
}

export type AlertOutcome = 'sent' | 'nothing_to_send'

interface Alert {
  readonly mail: Pick<StaffMail, 'subject' | 'preview' | 'paragraphs' | 'action'>
  /** What the webhook gets. */
  readonly json: object
}

/** How long a webhook may take to answer. */
const webhookTimeoutMs = 30_000

const callWebhook = async (url: string, json: object, signal: AbortSignal): Promise<void> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(json),
    signal,
  })
  if (!response.ok)
    throw new DomainError('unavailable', { cause: new Error(`the webhook answered ${response.status}`) })
}

const mailTo = async (channel: AlertChannel, userId: string, alert: Alert): Promise<AlertOutcome> => {
  const { ctx, mailer, mailKey } = channel
  const [person] = await ctx.db
    .select({ email: userAccount.email, name: userAccount.name })
    .from(userAccount)
    .where(eq(userAccount.id, userId))
  if (person === undefined) return 'nothing_to_send'
  const mail = {
    ...alert.mail,
    kind: 'staff',
    messageId: buildMessageId(`alert_${mailKey}`, ctx.publicUrl),
    to: person.email,
    name: person.name,
    code: null,
    reason: 'You received this email because you are an operator. Mute an incident to stop its alerts.',
  } as const
  await mailer.send(mail)
  return 'sent'
}

/**
 * Delivers an alert to one operator, or, when `userId` is null, to the webhook.
 *
 * @returns `nothing_to_send` when the person is gone or no webhook is set.
 * @throws DomainError of the mailer; `unavailable` when the webhook does not take it
 */
export const deliverAlert = async (
  channel: AlertChannel,
  userId: string | null,
  alert: Alert,
): Promise<AlertOutcome> => {
  requireSystem(channel.ctx)
  if (userId !== null) return await mailTo(channel, userId, alert)
  const { webhookUrl } = channel
  if (webhookUrl === null) return 'nothing_to_send'
  await callWebhook(webhookUrl, alert.json, AbortSignal.timeout(webhookTimeoutMs))
  return 'sent'
}

/** An incident as a webhook gets it. */
export const toAlertJson = ({ publicUrl }: Pick<ServiceContext, 'publicUrl'>, incident: IncidentSummary): object => {
  const { title, sentence, verdict, attemptCount, gaveUpCount } = incident
  return { title, sentence, verdict, attemptCount, gaveUpCount, url: incidentUrl(publicUrl, incident.id) }
}

export const incidentUrl = (publicUrl: string, id: string): string =>
  `${publicUrl}/operator/incidents/${encodeId('incident', id)}`
