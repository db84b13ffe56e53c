import { codeOf, createSecret, hashCode, hashSecret } from '@afterword/auth/mail-token'
import { signInToken, userAccount } from '@afterword/db/schema'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { ServiceContext } from '../context.ts'
import type { Mailer, StaffMail } from '../mail/mailer.ts'
import { buildMessageId } from '../mail/message-id.ts'

interface SendSignInMail {
  readonly ctx: ServiceContext
  readonly input: {
    readonly signInTokenId: string
  }
  readonly mailer: Mailer
}

type Words = Pick<StaffMail, 'subject' | 'paragraphs' | 'action' | 'code' | 'codeLead' | 'reason'>

const signInWords = (url: string, code: string): Words => ({
  subject: 'Your sign-in link',
  paragraphs: ['Open this link in the browser in which you asked for it. It works once, for ten minutes.'],
  action: { label: 'Sign in', url },
  code,
  codeLead: 'In another browser, or on another device, enter the code where you asked:',
  reason: 'You get this mail because somebody asked to sign in with your address. If it was not you, ignore it.',
})

const resetWords = (url: string): Words => ({
  subject: 'Set a new password',
  paragraphs: ['Choose a new password with this link. It works once, for 15 minutes, and signs you out everywhere.'],
  action: { label: 'Set a new password', url },
  code: null,
  reason:
    'You get this mail because somebody asked for a new password with your address. If it was not you, ignore it: nothing has changed.',
})

/**
 * Writes the mail that somebody asked for and sends it. Its token is made here and stands in the mail
 * alone; a repeated try makes a new one, and the one before stops working.
 *
 * @returns `nothing_to_send` when there is no such account, or the request is used or too old.
 * @throws DomainError of the mailer
 */
export const sendSignInMail = async ({ ctx, input, mailer }: SendSignInMail): Promise<'sent' | 'nothing_to_send'> => {
  const isOpen = and(
    eq(signInToken.id, input.signInTokenId),
    isNull(signInToken.usedAt),
    sql`${signInToken.expiresAt} > clock_timestamp()`,
  )
  const [asked] = await ctx.db
    .select({
      purpose: signInToken.purpose,
      browserHash: signInToken.browserHash,
      email: userAccount.email,
      name: userAccount.name,
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
      : resetWords(`${ctx.publicUrl}/reset-password/${token}`)
  const messageId = buildMessageId(`signin_${input.signInTokenId}`, ctx.publicUrl)
  const mail: StaffMail = { kind: 'staff', messageId, to: asked.email, name: asked.name, ...words }
  await mailer.send(mail)
  return 'sent'
}
