import { isWayInOpen } from '@afterword/auth/way-in'
import { codeOf, createSecret, hashCode, hashSecret } from '@afterword/auth/mail-token'
import { signInToken, userAccount } from '@afterword/db/schema'
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { requireSystem } from '../../kernel/access.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import type { Mailer, StaffMail } from '../../mail/mailer.ts'
import { buildMessageId } from '../../mail/message-id.ts'

interface SendSignInMail {
  readonly ctx: ServiceContext
  readonly input: {
    readonly signInTokenId: string
  }
  readonly mailer: Mailer
}

type Words = Pick<StaffMail, 'subject' | 'preview' | 'paragraphs' | 'action' | 'code' | 'codeLead' | 'reason'>

const signInWords = (url: string, code: string): Words => ({
  subject: 'Your sign-in link',
  preview: 'Valid for 10 minutes, in the browser you asked from.',
  paragraphs: ['Open this link in the browser where you requested it. It works once and expires in 10 minutes.'],
  action: { label: 'Sign in', url },
  code,
  codeLead: 'Using another browser or device? Enter this code there:',
  reason:
    'You received this email because someone asked to sign in with your address. If it wasn’t you, you can ignore it.',
})

const resetReason =
  'You received this email because someone asked to set a password for your address. If it wasn’t you, you can ignore it: nothing has changed.'

const firstPasswordWords = (url: string): Words => ({
  subject: 'Choose your password',
  preview: 'Your account is ready. The link is valid for 15 minutes.',
  paragraphs: ['Choose your password with this link and you’ll be signed in. It works once and expires in 15 minutes.'],
  action: { label: 'Choose your password', url },
  code: null,
  reason: resetReason,
})

const resetWords = (url: string): Words => ({
  subject: 'Reset your password',
  preview: 'The link is valid for 15 minutes. Until you use it, your password stays.',
  paragraphs: [
    'Choose a new password with this link. It works once and expires in 15 minutes. Saving it signs you out in every browser.',
  ],
  action: { label: 'Choose a new password', url },
  code: null,
  reason: resetReason,
})

const passwordWords = (url: string, isFirst: boolean): Words => (isFirst ? firstPasswordWords(url) : resetWords(url))

/**
 * Writes the mail that somebody asked for and sends it. Its token is made here and stands in the mail
 * alone; a repeated try makes a new one, and the one before stops working.
 *
 * @returns `nothing_to_send` when there is no such account, or the request is used or too old.
 * @throws DomainError of the mailer
 */
export const sendSignInMail = async ({ ctx, input, mailer }: SendSignInMail): Promise<'sent' | 'nothing_to_send'> => {
  requireSystem(ctx)
  const isOpen = and(eq(signInToken.id, input.signInTokenId), isWayInOpen)
  const [asked] = await ctx.db
    .select({
      purpose: signInToken.purpose,
      browserHash: signInToken.browserHash,
      email: userAccount.email,
      name: userAccount.name,
      hasPassword: isNotNull(userAccount.passwordHash).mapWith(Boolean),
    })
    .from(signInToken)
    .innerJoin(userAccount, and(eq(userAccount.id, signInToken.userId), isNull(userAccount.disabledAt)))
    .where(isOpen)
  if (asked === undefined) return 'nothing_to_send'
  const token = createSecret()
  const code = codeOf(ctx.keyring, token)
  const codeHash = asked.browserHash === null ? null : hashCode(ctx.keyring, asked.browserHash, code)
  await ctx.db
    .update(signInToken)
    .set({ tokenHash: hashSecret(token), codeHash })
    .where(isOpen)
  const words =
    asked.purpose === 'sign_in'
      ? signInWords(`${ctx.publicUrl}/sign-in/link/${token}`, code)
      : passwordWords(`${ctx.publicUrl}/reset-password/${token}`, !asked.hasPassword)
  const messageId = buildMessageId(`signin_${input.signInTokenId}`, ctx.publicUrl)
  const mail: StaffMail = { kind: 'staff', messageId, to: asked.email, name: asked.name, ...words }
  await mailer.send(mail)
  return 'sent'
}
