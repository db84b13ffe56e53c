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

interface NoticeWords extends Pick<StaffMail, 'subject' | 'paragraphs'> {
  /** Left out where it concerns the installation and no browser. */
  readonly isOfBrowser: boolean
}

const wordsByType: Partial<Record<EventType, NoticeWords>> = {
  reuse: {
    isOfBrowser: true,
    subject: 'We ended one of your sessions',
    paragraphs: [
      'A browser showed us a sign-in key of yours that had been replaced already. That can be an old copy, or somebody who copied it: to be safe, we ended that session everywhere.',
      'Sign in again to go on. If you did not expect this, change your password and look at your other sessions.',
    ],
  },
  password_changed: {
    isOfBrowser: true,
    subject: 'Your password was changed',
    paragraphs: ['The password of your account was changed, and all other browsers were signed out.'],
  },
  password_reset: {
    isOfBrowser: true,
    subject: 'Your password was set anew',
    paragraphs: ['A new password was set for your account with a mailed link, and every browser was signed out.'],
  },
  restored: {
    isOfBrowser: false,
    subject: 'The database is older than the browsers that use it',
    paragraphs: [
      'A browser showed us a sign-in key that is younger than the database. That happens when the database was restored from a backup. Nobody was signed out for it: such browsers go on. You get this mail once for all of them.',
      'What happened after the backup is gone: sessions that had been ended are open again, passwords that had been changed are the old ones. If that matters, end every session with "pnpm afterword keys rotate --refresh --now". If nobody restored a backup, find out who did.',
    ],
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
  const browser = words.isOfBrowser ? [uaFamily ?? 'unknown browser', ipPrefix ?? 'unknown network'] : []
  const where = [describeWhen(at), ...browser].join(', ')
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
