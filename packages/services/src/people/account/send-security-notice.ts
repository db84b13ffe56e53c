import { authEvent, userAccount } from '@afterword/db/schema'
import { eq } from 'drizzle-orm'
import type { ServiceContext } from '../../kernel/context.ts'
import type { Mailer, StaffMail } from '../../mail/mailer.ts'
import { buildMessageId } from '../../mail/message-id.ts'
import { requireSystem } from '../../kernel/access.ts'

interface SendSecurityNotice {
  readonly ctx: ServiceContext
  readonly input: {
    readonly authEventId: number
  }
  readonly mailer: Mailer
}

type EventType = typeof authEvent.$inferSelect.type

interface NoticeWords extends Pick<StaffMail, 'subject' | 'preview' | 'paragraphs'> {
  /** Left out where it concerns the installation and no browser. */
  readonly isOfBrowser: boolean
}

const wordsByType: Partial<Record<EventType, NoticeWords>> = {
  reuse: {
    isOfBrowser: true,
    subject: 'We signed you out of one browser',
    preview: 'If you don’t recognise it, change your password.',
    paragraphs: [
      'An outdated copy of your sign-in was used. It may have been copied by someone else, so we ended that session to keep your account safe.',
      'Sign in again to continue. If you don’t recognise this, change your password and check where you are signed in.',
    ],
  },
  password_changed: {
    isOfBrowser: true,
    subject: 'Your password was changed',
    preview: 'If it wasn’t you, reset it at once.',
    paragraphs: ['Your password was changed, and you were signed out in all other browsers.'],
  },
  password_reset: {
    isOfBrowser: true,
    // The first password of an account as well: nobody was signed out then, so it says only what holds for both.
    subject: 'Your password was set',
    preview: 'If it wasn’t you, reset it at once.',
    paragraphs: ['A password was set for your account with a link from our email. Sessions from before have ended.'],
  },
  restored: {
    isOfBrowser: false,
    subject: 'The database was restored from a backup',
    preview: 'Changes made after the backup are gone. Check whether it was you.',
    paragraphs: [
      'A browser has a sign-in that is newer than the database. That happens when the database was restored from a backup. Everyone stays signed in. We send this email once for all browsers.',
      'Changes made after the backup are gone: sessions that had ended are open again, and changed passwords are the old ones again. To sign everyone out, run "pnpm afterword keys rotate --refresh --now". If you didn’t restore a backup, find out who did.',
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
  requireSystem(ctx)
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
    preview: words.preview,
    paragraphs: [...words.paragraphs, `When and where: ${where}.`],
    action: { label: 'Check where you’re signed in', url: `${ctx.publicUrl}/admin/account/sessions` },
    code: null,
    reason: 'You received this email because it concerns the security of your account.',
  }
  await mailer.send(mail)
  return 'sent'
}
