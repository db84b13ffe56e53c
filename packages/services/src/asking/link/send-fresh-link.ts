import { customer, shop } from '@afterword/db/schema'
import type { FreshLinkReason } from '@afterword/jobs/definitions/send-fresh-link'
import { languageOfFirst } from '@afterword/language/choose-language'
import { parseEmail } from '@afterword/validation/primitives/email'
import { and, eq, isNull } from 'drizzle-orm'
import { writeAudit } from '../../kernel/audit.ts'
import { requireSystem } from '../../kernel/access.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { inTransaction } from '../../kernel/in-transaction.ts'
import { toMailShop } from '../../mail/mail-content.ts'
import type { Mailer, MailOrder } from '../../mail/mailer.ts'
import { buildMessageId } from '../../mail/message-id.ts'
import { greetingNames } from '../../orders/greeting-name.ts'
import { loadMailItems } from '../../orders/load-mail-items.ts'
import { createUnsubscribeUrl, linkMailItems } from './internal/link-mail-items.ts'
import { loadFreshLinkOrders } from './internal/load-fresh-link-orders.ts'

interface SendFreshLink {
  readonly ctx: ServiceContext
  readonly input: {
    readonly shopId: string
    /** Null when nobody bought with the address: nothing is sent. */
    readonly customerId: string | null
    readonly reason: FreshLinkReason
    /** Names this mail, the same for every try of it: the job's id. */
    readonly mailKey: string
  }
  readonly mailer: Mailer
}

const loadRecipient = async (ctx: ServiceContext, shopId: string, customerId: string) => {
  const [row] = await ctx.db
    .select({ shop, customer })
    .from(customer)
    .innerJoin(shop, eq(shop.id, customer.shopId))
    .where(and(eq(customer.shopId, shopId), eq(customer.id, customerId), isNull(shop.uninstalledAt)))
    .limit(1)
  return row
}

/**
 * Mails a customer fresh links to the items of their latest orders; what they wrote already can be
 * reached and changed. They asked for it, so it goes to those who unsubscribed as well; but somebody else may
 * have asked in their name, so the mail says how it came about and how to have fewer.
 *
 * @returns `nothing_to_send` when there is no such customer or nothing to review.
 * @throws DomainError of the mailer
 */
export const sendFreshLink = async ({ ctx, input, mailer }: SendFreshLink): Promise<'sent' | 'nothing_to_send'> => {
  requireSystem(ctx)
  const { shopId, customerId } = input
  const recipient = customerId === null ? undefined : await loadRecipient(ctx, shopId, customerId)
  if (recipient === undefined || parseEmail(recipient.customer.email) === null) return 'nothing_to_send'
  const { customer: owner } = recipient
  const found = await loadFreshLinkOrders(ctx.db, owner)
  const orders: MailOrder[] = []
  for (const { orderId, name, reviewRequestId } of found) {
    const drafts = await loadMailItems(ctx.db, { shopId, orderId, customerId: owner.id }, ctx.publicUrl)
    if (drafts.length === 0) continue
    orders.push({ name, items: await linkMailItems(ctx, { shopId, reviewRequestId, customerId: owner.id }, drafts) })
  }
  const [latest] = found
  if (orders.length === 0 || latest === undefined) return 'nothing_to_send'
  const locale = languageOfFirst(recipient.customer.locale, latest.locale, recipient.shop.locale)
  const message = {
    kind: 'fresh_link',
    reason: input.reason,
    messageId: buildMessageId(`fresh_${input.mailKey}`, ctx.publicUrl),
    to: recipient.customer.email,
    greetingName: greetingNames(recipient.customer)[locale],
    locale,
    shop: toMailShop(recipient.shop, ctx.publicUrl),
    orders,
    unsubscribeUrl: await createUnsubscribeUrl(ctx, {
      shopId,
      reviewRequestId: latest.reviewRequestId,
      customerId: owner.id,
    }),
  } as const
  await mailer.send(message)
  await inTransaction(
    ctx,
    async (tx) =>
      await writeAudit(tx, ctx, {
        shopId,
        action: 'review_link.send',
        subjectId: recipient.customer.id,
        details: { orderCount: orders.length },
      }),
  )
  return 'sent'
}
