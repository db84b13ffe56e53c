import { lineItem } from '@afterword/db/schema'
import type { PlatformLineItem } from '@afterword/validation/shopify/line-item'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { ensureProducts } from '../../../orders/ensure-products.ts'
import type { ShopScope } from '../../../shop/shop-scope.ts'
import type { OrderRow } from './lock-order.ts'
import { readLinePrice } from '../../../orders/read-line-price.ts'

const excluded = (column: string) => sql.raw(`excluded.${column}`)

/** The newest order's words win. A product the platform forgot (its product was deleted) stays known. */
const overwrite = {
  target: [lineItem.shopId, lineItem.platformId],
  set: {
    productId: sql.raw('coalesce(excluded.product_id, line_item.product_id)'),
    title: excluded('title'),
    variantTitle: excluded('variant_title'),
    quantity: excluded('quantity'),
    currentQuantity: excluded('current_quantity'),
    priceMinor: excluded('price_minor'),
    isGiftCard: excluded('is_gift_card'),
    position: excluded('position'),
  },
  setWhere: sql.raw('line_item.order_id = excluded.order_id'),
}

export interface LineItemsToSave {
  readonly lines: readonly PlatformLineItem[]
  /** `overwrite` for the newest state of the order, `add` for parts and older states. */
  readonly mode: 'overwrite' | 'add'
}

/**
 * Stores lines of an order: one row per line, whatever its quantity. Lines are never removed. The
 * order's row must be locked.
 */
export const saveLineItems = async (
  scope: ShopScope,
  order: Pick<OrderRow, 'id' | 'currency'>,
  { lines, mode }: LineItemsToSave,
): Promise<void> => {
  const { tx, shop } = scope
  // A payload may repeat a line; one statement may touch a row only once.
  const unique = new Map(lines.map((line, position) => [line.platformId, { ...line, position }]))
  if (unique.size === 0) return
  const currency = order.currency ?? shop.currency
  const products = await ensureProducts(scope, lines, currency)
  const rows = [...unique.values()]
    .toSorted((a, b) => (a.platformId < b.platformId ? -1 : 1))
    .map(({ productPlatformId, price, isHandedOver: _isHandedOver, currentQuantity, ...line }) => ({
      ...line,
      currentQuantity: currentQuantity ?? null,
      shopId: shop.id,
      orderId: order.id,
      productId: productPlatformId === null ? null : (products.get(productPlatformId) ?? null),
      priceMinor: readLinePrice(price, currency),
    }))
  const insert = tx.insert(lineItem).values(rows)
  await (mode === 'add' ? insert.onConflictDoNothing() : insert.onConflictDoUpdate(overwrite))
}

/** Our ids of an order's lines by the platform's. */
export const findLineItemIds = async (
  { tx, shop }: ShopScope,
  orderId: string,
  platformIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (platformIds.length === 0) return new Map()
  const rows = await tx
    .select({ id: lineItem.id, platformId: lineItem.platformId })
    .from(lineItem)
    .where(
      and(eq(lineItem.shopId, shop.id), eq(lineItem.orderId, orderId), inArray(lineItem.platformId, [...platformIds])),
    )
  return new Map(rows.map((row) => [row.platformId, row.id]))
}
