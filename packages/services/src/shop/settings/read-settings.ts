import { shop } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import type { ShopSettings } from '@afterword/validation/shop/settings'
import { eq } from 'drizzle-orm'
import { requireMember } from '../../kernel/access.ts'
import type { ServiceContext } from '../../kernel/context.ts'

export const settingsColumns = {
  name: shop.name,
  domain: shop.domain,
  accessCode: shop.accessCode,
  currency: shop.currency,
  websiteUrl: shop.websiteUrl,
  logoUrl: shop.logoUrl,
  accentColor: shop.accentColor,
  locale: shop.locale,
  requestDelayDays: shop.requestDelayDays,
  replyToEmail: shop.replyToEmail,
  postalAddress: shop.postalAddress,
}

/** The settings of the member's shop. @throws DomainError `permission.denied`, `shop.not_found` */
export const readSettings = async ({ ctx }: { ctx: ServiceContext }): Promise<ShopSettings> => {
  const { shopId } = requireMember(ctx, 'shop.read')
  const [settings] = await ctx.db.select(settingsColumns).from(shop).where(eq(shop.id, shopId)).limit(1)
  if (settings === undefined) throw new DomainError('shop.not_found')
  return settings
}
