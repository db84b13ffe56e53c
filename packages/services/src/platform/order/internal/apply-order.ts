import { order as orderTable } from '@afterword/db/schema'
import type { PlatformOrder } from '@afterword/validation/shopify/order'
import { and, eq } from 'drizzle-orm'
import { writeAudit } from '../../../kernel/audit.ts'
import { hasChanges } from '../../../kernel/has-changes.ts'
import { applyPlan } from '../../../asking/request/apply-plan.ts'
import type { DeliveryResult, ShopScope } from '../../../shop/shop-scope.ts'
import { cancelOrder } from './cancel-order.ts'
import { keepRecipients } from './keep-recipients.ts'
import { lockOrder, type OrderRow } from './lock-order.ts'
import { readLinePrice } from '../../../orders/read-line-price.ts'
import { recordFulfillments, recordHandover } from './record-fulfillments.ts'
import { recordRefunds } from './record-refunds.ts'
import { saveCustomer } from './save-customer.ts'
import { findLineItemIds, saveLineItems } from './save-line-items.ts'

/** The platform's clock of a message; one without a time is older than every other. */
const toldAt = (message: PlatformOrder): Date => message.updatedAt ?? new Date(0)

const isStale = (stored: OrderRow, message: PlatformOrder): boolean =>
  stored.platformUpdatedAt !== null && toldAt(message) < stored.platformUpdatedAt

/** Writes the newest state of the order itself. @returns The order as it is now. */
const saveOrder = async (scope: ShopScope, stored: OrderRow, message: PlatformOrder): Promise<OrderRow> => {
  const { tx, ctx, shop } = scope
  const { name, locale, isTest, orderedAt } = message
  const columns = {
    customerId: await saveCustomer(scope, message),
    name,
    // Shopify's amounts outside `presentment_money` are in the shop's currency.
    currency: message.currency ?? shop.currency,
    locale,
    isTest,
    orderedAt,
    platformUpdatedAt: toldAt(message),
  }
  if (!hasChanges(stored, columns)) return stored
  if (columns.customerId !== stored.customerId) await keepRecipients(scope, stored)
  await tx
    .update(orderTable)
    .set(columns)
    .where(and(eq(orderTable.shopId, shop.id), eq(orderTable.id, stored.id)))
  const action = stored.platformUpdatedAt === null ? 'order.create' : 'order.update'
  const details = { platformUpdatedAt: columns.platformUpdatedAt, lineItems: message.lineItems.length }
  await writeAudit(tx, ctx, { shopId: shop.id, action, subjectId: stored.id, details })
  return { ...stored, ...columns }
}

/**
 * Lines that were handed over in no parcel (digital goods) count from the message's time: those that say so
 * themselves, and those of a "fulfilled" order that say nothing. What was taken out of the order was never sent.
 */
const recordUnparcelled = async (scope: ShopScope, stored: OrderRow, message: PlatformOrder): Promise<boolean> => {
  const parcelled = new Set(message.fulfillments.flatMap((part) => part.lineItems.map((line) => line.platformId)))
  const rest = message.lineItems
    .filter((line) => !parcelled.has(line.platformId) && (line.isHandedOver ?? message.isFulfilled))
    .map((line) => line.platformId)
  const ids = await findLineItemIds(scope, stored.id, rest)
  return await recordHandover(scope, stored, {
    lineItemIds: [...ids.values()],
    at: message.updatedAt ?? scope.ctx.now(),
  })
}

/** What holds in any order of messages: cancellation, parcels, refunds. @returns Whether anything was new. */
const recordFacts = async (scope: ShopScope, stored: OrderRow, message: PlatformOrder): Promise<boolean> => {
  const { cancelledAt } = message
  const isCancelled = cancelledAt !== null && (await cancelOrder(scope, stored, cancelledAt))
  const isFulfilled = await recordFulfillments(scope, stored, message.fulfillments)
  const isComplete = await recordUnparcelled(scope, stored, message)
  const isRefunded = await recordRefunds(scope, stored, message.refunds)
  return isCancelled || isFulfilled || isComplete || isRefunded
}

/** The one thing worth telling of a message that was not applied whole. */
const reasonFor = (
  message: PlatformOrder,
  requestReason: DeliveryResult['reason'],
  currency: string,
): DeliveryResult['reason'] => {
  if (requestReason === 'no_email' && message.hasUnusableEmail) return 'email.invalid'
  if (requestReason !== null) return requestReason
  return message.lineItems.some((line) => readLinePrice(line.price, currency) === null) ? 'price.invalid' : null
}

/**
 * Applies what the platform says of an order. `updated_at` decides: of an older message only what
 * never shrinks is taken (lines, parcels, refunds, cancellation), and when there is nothing of it,
 * it is ignored as `stale`. The same message again changes nothing.
 * Nothing is taken from the topic, which is not signed.
 */
export const applyOrder = async (scope: ShopScope, message: PlatformOrder): Promise<DeliveryResult> => {
  const stored = await lockOrder(scope, message.platformId)
  const stale = isStale(stored, message)
  const order = stale ? stored : await saveOrder(scope, stored, message)
  await saveLineItems(scope, order, { lines: message.lineItems, mode: stale ? 'add' : 'overwrite' })
  const isNew = await recordFacts(scope, order, message)
  const requestReason = await applyPlan(scope, order.id)
  if (stale) return { outcome: isNew ? 'processed' : 'ignored', reason: 'stale' }
  return { outcome: 'processed', reason: reasonFor(message, requestReason, order.currency ?? scope.shop.currency) }
}
