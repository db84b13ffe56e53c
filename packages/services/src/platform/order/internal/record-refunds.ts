import { lineItem, refundLine } from '@afterword/db/schema'
import { mostCount } from '@afterword/validation/primitives/most-count'
import type { PlatformLineItem } from '@afterword/validation/shopify/line-item'
import type { PlatformRefund } from '@afterword/validation/shopify/refund'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { writeAudit } from '../../../kernel/audit.ts'
import type { ShopScope } from '../../../shop/shop-scope.ts'
import type { OrderRow } from './lock-order.ts'
import { findLineItemIds, saveLineItems } from './save-line-items.ts'

type RefundedLine = PlatformRefund['lines'][number]

/** The refunded line as its order would tell it, as far as the refund says. */
const toLineItem = (line: RefundedLine): PlatformLineItem =>
  line.lineItem ?? {
    platformId: line.lineItemPlatformId,
    productPlatformId: null,
    title: line.lineItemPlatformId,
    variantTitle: null,
    quantity: line.quantity,
    currentQuantity: undefined,
    isHandedOver: undefined,
    price: null,
    isGiftCard: false,
  }

/** Pieces per line: a refund may name a line twice (restocked and not). */
const sumByLine = (lines: readonly RefundedLine[]): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>()
  for (const { lineItemPlatformId, quantity } of lines) {
    const sum = (sums.get(lineItemPlatformId) ?? 0) + quantity
    sums.set(lineItemPlatformId, Math.min(sum, mostCount))
  }
  return sums
}

/** A line's refunded pieces are the sum over its refunds, whichever came first. */
const countRefunded = async ({ tx, shop }: ShopScope, lineItemIds: readonly string[]): Promise<void> => {
  const sum = tx
    .select({ sum: sql`least(sum(${refundLine.quantity}), ${mostCount})::integer` })
    .from(refundLine)
    .where(and(eq(refundLine.shopId, lineItem.shopId), eq(refundLine.lineItemId, lineItem.id)))
  await tx
    .update(lineItem)
    .set({ refundedQuantity: sql`coalesce((${sum}), 0)` })
    .where(and(eq(lineItem.shopId, shop.id), inArray(lineItem.id, [...lineItemIds])))
}

const recordRefund = async (
  scope: ShopScope,
  order: Pick<OrderRow, 'id' | 'currency'>,
  refund: PlatformRefund,
): Promise<boolean> => {
  const { tx, ctx, shop } = scope
  await saveLineItems(scope, order, { lines: refund.lines.map(toLineItem), mode: 'add' })
  const quantities = sumByLine(refund.lines)
  const ids = await findLineItemIds(scope, order.id, [...quantities.keys()])
  const rows = [...ids].map(([platformId, lineItemId]) => ({
    shopId: shop.id,
    refundPlatformId: refund.platformId,
    lineItemId,
    quantity: quantities.get(platformId) ?? 0,
  }))
  if (rows.length === 0) return false
  const added = await tx
    .insert(refundLine)
    .values(rows)
    .onConflictDoNothing()
    .returning({ lineItemId: refundLine.lineItemId, quantity: refundLine.quantity })
  if (added.length === 0) return false
  await countRefunded(
    scope,
    added.map((row) => row.lineItemId),
  )
  const details = { refund: refund.platformId, lines: added }
  await writeAudit(tx, ctx, { shopId: shop.id, action: 'order.refund', subjectId: order.id, details })
  return true
}

/**
 * Notes refunds, each once by its id, adding lines nobody told of yet. The order's row must be locked.
 *
 * @returns Whether anything was new.
 */
export const recordRefunds = async (
  scope: ShopScope,
  order: Pick<OrderRow, 'id' | 'currency'>,
  refunds: readonly PlatformRefund[],
): Promise<boolean> => {
  let isNew = false
  for (const refund of refunds) isNew = (await recordRefund(scope, order, refund)) || isNew
  return isNew
}
