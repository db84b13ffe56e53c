import type { Subscription } from '@afterword/validation/review/customer-page'
import { shop } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { eq } from 'drizzle-orm'
import type { ServiceContext } from '../../kernel/context.ts'
import { findSubscriber } from './internal/subscriber.ts'

const maskEmail = (email: string): string => {
  const at = email.lastIndexOf('@')
  return `${email.slice(0, Math.min(1, at))}•••${email.slice(at)}`
}

/** What the unsubscribe page shows. Changes nothing. @throws DomainError `review_link.not_found` */
export const getSubscription = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: { readonly code: string }
}): Promise<Subscription> => {
  const { shopId, email, unsubscribedAt } = await findSubscriber(ctx, input)
  const [row] = await ctx.db
    .select({
      name: shop.name,
      accessCode: shop.accessCode,
      logoUrl: shop.logoUrl,
      accentColor: shop.accentColor,
      locale: shop.locale,
    })
    .from(shop)
    .where(eq(shop.id, shopId))
    .limit(1)
  if (row === undefined) throw new DomainError('review_link.not_found')
  return { shop: row, maskedEmail: maskEmail(email), isSubscribed: unsubscribedAt === null }
}
