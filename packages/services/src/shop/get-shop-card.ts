import { shop } from '@afterword/db/schema'
import { DomainError } from '@afterword/errors'
import { eq } from 'drizzle-orm'
import type { ServiceContext } from '../kernel/context.ts'

/** What anybody who knows a shop's access code may see of it. */
export interface ShopCard {
  readonly id: string
  readonly name: string
  readonly accessCode: string
  readonly logoUrl: string | null
  readonly accentColor: string
  readonly websiteUrl: string | null
  readonly locale: string
  readonly currency: string
  readonly isDemo: boolean
}

/** @throws DomainError `shop.not_found` for a code that no shop has, whatever its form */
export const getShopCard = async ({
  ctx,
  input,
}: {
  ctx: Pick<ServiceContext, 'db'>
  input: { readonly shopAccessCode: string }
}): Promise<ShopCard> => {
  // Postgres refuses NUL in text with an error of its own; no access code has one.
  if (input.shopAccessCode.includes('\0')) throw new DomainError('shop.not_found')
  const [card] = await ctx.db
    .select({
      id: shop.id,
      name: shop.name,
      accessCode: shop.accessCode,
      logoUrl: shop.logoUrl,
      accentColor: shop.accentColor,
      websiteUrl: shop.websiteUrl,
      locale: shop.locale,
      currency: shop.currency,
      isDemo: shop.isDemo,
    })
    .from(shop)
    .where(eq(shop.accessCode, input.shopAccessCode))
    .limit(1)
  if (card === undefined) throw new DomainError('shop.not_found')
  return card
}
