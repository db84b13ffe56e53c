import { createReviewLinkCode } from '@afterword/auth/review-link'
import { invitation, shop, userAccount } from '@afterword/db/schema'
import { languageOfFirst } from '@afterword/language/choose-language'
import { and, eq } from 'drizzle-orm'
import { writeAudit } from '../../kernel/audit.ts'
import { requireSystem } from '../../kernel/access.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { inTransaction } from '../../kernel/in-transaction.ts'
import { toMailShop } from '../../mail/mail-content.ts'
import type { Mailer } from '../../mail/mailer.ts'
import { buildMessageId } from '../../mail/message-id.ts'
import { isOpen } from './internal/open-invitation.ts'

interface SendInvitation {
  readonly ctx: ServiceContext
  readonly input: {
    readonly shopId: string
    readonly invitationId: string
    /** Names this mail, the same for every try of it: the job's id. */
    readonly mailKey: string
  }
  readonly mailer: Mailer
}

/** Gives an open invitation a new link. @returns null when it is open no more */
const mintLink = async (ctx: ServiceContext, { shopId, invitationId }: SendInvitation['input']) => {
  const { code, tokenHash } = createReviewLinkCode(shopId)
  const [minted] = await ctx.db
    .update(invitation)
    .set({ tokenHash })
    .where(and(eq(invitation.shopId, shopId), eq(invitation.id, invitationId), isOpen))
    .returning({ email: invitation.email, role: invitation.role, invitedBy: invitation.invitedBy })
  return minted === undefined ? null : { ...minted, acceptUrl: `${ctx.publicUrl}/invite/${code}` }
}

/**
 * Mails an invitation. The link is made here and stands in the mail only; a further try makes a new
 * one, and the one before works no more.
 *
 * @returns `nothing_to_send` when the invitation was accepted, taken back or is past its end.
 * @throws DomainError of the mailer
 */
export const sendInvitation = async ({ ctx, input, mailer }: SendInvitation): Promise<'sent' | 'nothing_to_send'> => {
  requireSystem(ctx)
  const { shopId, invitationId } = input
  const link = await mintLink(ctx, input)
  const [sender] = await ctx.db.select().from(shop).where(eq(shop.id, shopId)).limit(1)
  if (link === null || sender === undefined) return 'nothing_to_send'
  const [inviter] = await ctx.db
    .select({ name: userAccount.name })
    .from(userAccount)
    .where(eq(userAccount.id, link.invitedBy))
  const message = {
    kind: 'invitation',
    messageId: buildMessageId(`inv_${input.mailKey}`, ctx.publicUrl),
    to: link.email,
    greetingName: null,
    locale: languageOfFirst(sender.locale),
    shop: toMailShop(sender, ctx.publicUrl),
    inviterName: inviter?.name ?? sender.name,
    role: link.role,
    acceptUrl: link.acceptUrl,
  } as const
  await mailer.send(message)
  await inTransaction(
    ctx,
    async (tx) => await writeAudit(tx, ctx, { shopId, action: 'invitation.send', subjectId: invitationId }),
  )
  return 'sent'
}
