import type { ServiceContext } from '../../../kernel/context.ts'
import type { MailItem } from '../../../mail/mailer.ts'
import type { MailItemDraft } from '../../../orders/load-mail-items.ts'
import { createReviewLinks } from '../create-review-links.ts'

interface Recipient {
  readonly shopId: string
  readonly reviewRequestId: string
  /** Whom the mail goes to. */
  readonly customerId: string
}

/** Gives each item of a mail a review link of its own. */
export const linkMailItems = async (
  ctx: ServiceContext,
  { shopId, ...owner }: Recipient,
  drafts: readonly MailItemDraft[],
): Promise<MailItem[]> => {
  const wishes = drafts.map(({ lineItemId }) => ({ ...owner, purpose: 'review' as const, lineItemId }))
  const codes = await createReviewLinks(ctx.db, shopId, wishes)
  return drafts.map(({ lineItemId: _lineItemId, ...item }, index) => ({
    ...item,
    reviewUrl: `${ctx.publicUrl}/write/detail/${codes[index] ?? ''}`,
  }))
}

/** Makes the link that ends review requests to this customer, and to nobody who takes the order over. */
export const createUnsubscribeUrl = async (ctx: ServiceContext, { shopId, ...owner }: Recipient): Promise<string> => {
  const wish = { ...owner, purpose: 'unsubscribe' as const, lineItemId: null }
  const [code = ''] = await createReviewLinks(ctx.db, shopId, [wish])
  return `${ctx.publicUrl}/write/unsubscribe/${code}`
}
