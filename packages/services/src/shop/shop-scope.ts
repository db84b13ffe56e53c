import type { SettledOutcome } from '@afterword/validation/shopify/rules'
import type { Transaction } from '@afterword/db/connection/client'
import { shop } from '@afterword/db/schema'
import type { ErrorCode } from '@afterword/errors'
import type { DeliveryReason } from '@afterword/validation/shopify/webhook-delivery'
import { eq } from 'drizzle-orm'
import type { ServiceContext } from '../kernel/context.ts'

/** One message of a platform being applied: its transaction, its shop, and the clock and queue. */
export interface ShopScope {
  readonly tx: Transaction
  readonly ctx: ServiceContext
  readonly shop: ShopFacts
}

/** How one message ended. */
export interface DeliveryResult {
  readonly outcome: SettledOutcome
  /** Why it was not applied, or not whole; stable. */
  readonly reason: DeliveryReason | ErrorCode | null
}

export type ShopFacts = Pick<
  typeof shop.$inferSelect,
  'id' | 'domain' | 'currency' | 'requestDelayDays' | 'isDemo' | 'uninstalledAt'
>

/**
 * Reads the shop so that it cannot be uninstalled until the transaction ends (`key share`, which
 * messages hold side by side), or so that nothing else is applied meanwhile (`update`).
 *
 * Locks are taken in one order everywhere: delivery, shop, order, customer, products by platform id,
 * lines by platform id, review request.
 */
export const lockShop = async (tx: Transaction, shopId: string, strength: 'key share' | 'update') => {
  const [row] = await tx
    .select({
      id: shop.id,
      domain: shop.domain,
      currency: shop.currency,
      requestDelayDays: shop.requestDelayDays,
      isDemo: shop.isDemo,
      uninstalledAt: shop.uninstalledAt,
    })
    .from(shop)
    .where(eq(shop.id, shopId))
    .for(strength)
  if (row === undefined) throw new Error('a delivery names a shop that is not there')
  return row satisfies ShopFacts
}
