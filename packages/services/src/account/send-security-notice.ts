import { authEvent, userAccount } from '@afterword/db/schema'
import { eq } from 'drizzle-orm'
import type { ServiceContext } from '../context.ts'
import type { Mailer, StaffMail } from '../mail/mailer.ts'
import { buildMessageId } from '../mail/message-id.ts'

interface SendSecurityNotice {
  readonly ctx: ServiceContext
  readonly input: {
    readonly authEventId: number
  }
  readonly mailer: Mailer
}

type EventType = typeof authEvent.$inferSelect.type

const wordsByType: Partial<Record<EventType, Pick<StaffMail, 'subject' | 'paragraphs'>>> = {
  reuse: {
    subject: 'We ended one of your sessions',
    paragraphs: [
      'A browser showed us a sign-in key of yours that had been replaced already. That can be an old copy, or somebody who copied it: to be safe, we ended that session everywhere.',
      'Sign in again to go on. If you did not expect this, change your password and look at your other sessions.',
    ],
  },
  password_changed: {
    subject: 'Your password was changed',
    paragraphs: ['The password of your account was changed, and all other browsers were signed out.'],
  },
  password_reset: {
    subject: 'Your password was set anew',
    paragraphs: ['A new password was set for your account with a mailed link, and every browser was signed out.'],
  },
}

const describeWhen = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`

/**
 * Tells a person by mail what happened to their account.
 *
 * @returns `nothing_to_send` when the event is not one to tell of or its person is gone.
 * @throws DomainError of the mailer
 */
export const sendSecurityNotice = async ({
  ctx,
  input,
  mailer,
}: SendSecurityNotice): Promise<'sent' | 'nothing_to_send'> => {
  const [row] = await ctx.db
    .select({ event: authEvent, email: userAccount.email, name: userAccount.name })
    .from(authEvent)
    .innerJoin(userAccount, eq(userAccount.id, authEvent.userId))
    .where(eq(authEvent.id, input.authEventId))
  const words = row && wordsByType[row.event.type]
  if (row === undefined || words === undefined) return 'nothing_to_send'
  const { at, uaFamily, ipPrefix } = row.event
  const where = [describeWhen(at), uaFamily ?? 'unknown browser', ipPrefix ?? 'unknown network'].join(', ')
  const mail: StaffMail = {
    kind: 'staff',
    messageId: buildMessageId(`notice_${input.authEventId}`, ctx.publicUrl),
    to: row.email,
    name: row.name,
    subject: words.subject,
    paragraphs: [...words.paragraphs, `It happened at: ${where}.`],
    action: { label: 'Look at your sessions', url: `${ctx.publicUrl}/admin/account/sessions` },
    code: null,
    reason: 'You get this mail because it concerns the safety of your account.',
  }
  await mailer.send(mail)
  return 'sent'
}
