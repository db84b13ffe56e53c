import { customer } from '@afterword/db/schema'
import type { PlatformOrder } from '@afterword/validation/shopify/order'
import { sql } from 'drizzle-orm'
import type { ShopScope } from '../../../shop/shop-scope.ts'

const keep = (column: string) => sql.raw(`coalesce(excluded.${column}, customer.${column})`)

/**
 * The order's buyer, known by e-mail address within the shop. What the message leaves out keeps its
 * last value; an address that unsubscribed stays unsubscribed.
 *
 * @returns The customer's id, or null when the order has no usable address.
 */
export const saveCustomer = async ({ tx, shop }: ShopScope, order: PlatformOrder): Promise<string | null> => {
  const { email, locale } = order
  if (email === null) return null
  const [row] = await tx
    .insert(customer)
    .values({ shopId: shop.id, email, locale, ...order.customer })
    .onConflictDoUpdate({
      target: [customer.shopId, customer.email],
      set: {
        platformId: keep('platform_id'),
        firstName: keep('first_name'),
        lastName: keep('last_name'),
        locale: keep('locale'),
      },
    })
    .returning({ id: customer.id })
  return row?.id ?? null
}
