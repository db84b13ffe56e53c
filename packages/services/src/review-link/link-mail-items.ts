import type { ServiceContext } from '../context.ts'
import type { MailItem } from '../mail/mailer.ts'
import type { MailItemDraft } from '../review-request/load-mail-items.ts'
import { createReviewLinks } from './create-review-links.ts'

interface RequestKey {
  readonly shopId: string
  readonly reviewRequestId: string
}

/** Gives each item of a mail a review link of its own. */
export const linkMailItems = async (
  ctx: ServiceContext,
  { shopId, reviewRequestId }: RequestKey,
  drafts: readonly MailItemDraft[],
): Promise<MailItem[]> => {
  const wishes = drafts.map(({ lineItemId }) => ({ purpose: 'review' as const, reviewRequestId, lineItemId }))
  const codes = await createReviewLinks(ctx.db, shopId, wishes)
  return drafts.map(({ lineItemId: _lineItemId, ...item }, index) => ({
    ...item,
    reviewUrl: `${ctx.publicUrl}/write/detail/${codes[index] ?? ''}`,
  }))
}

/** Makes the link that ends review requests to this customer. */
export const createUnsubscribeUrl = async (
  ctx: ServiceContext,
  { shopId, reviewRequestId }: RequestKey,
): Promise<string> => {
  const wish = { purpose: 'unsubscribe' as const, reviewRequestId, lineItemId: null }
  const [code = ''] = await createReviewLinks(ctx.db, shopId, [wish])
  return `${ctx.publicUrl}/write/unsubscribe/${code}`
}
