import { lineItem, order, product } from '@afterword/db/schema'
import { createLineItem, createOrder, createProduct, createShop } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { isReviewableLine, isReviewableRow, type LineFacts } from './eligibility.ts'

const { db } = await useTestDatabase()
const at = new Date('2026-01-06T10:00:00Z')

const oneOf = <Key extends string, Value>(key: Key, values: readonly Value[]) =>
  values.map((value) => ({ [key]: value }) as Record<Key, Value>)

/** Every mix of what decides. */
const mixes = [
  oneOf('hasProduct', [true, false]),
  oneOf('isProductDeleted', [true, false]),
  oneOf('isGiftCard', [true, false]),
  oneOf('refundedQuantity', [0, 1, 2]),
  oneOf('currentQuantity', [null, 0, 1]),
  oneOf('fulfilledAt', [null, at]),
  oneOf('cancelledAt', [null, at]),
].reduce<object[]>(
  (all, values) => all.flatMap((mix) => values.map((value) => ({ ...mix, ...value }))),
  [{}],
) as (LineFacts & { hasProduct: boolean; cancelledAt: Date | null })[]

test('the rule says the same in SQL and in TypeScript, for every mix of facts', async () => {
  const { id: shopId } = await createShop(db)
  const products = {
    deleted: await createProduct(db, { shopId, deletedAt: at }),
    there: await createProduct(db, { shopId }),
  }
  const orders = {
    cancelled: await createOrder(db, { shopId, cancelledAt: at }),
    open: await createOrder(db, { shopId }),
  }
  const expected = new Map<string, boolean>()
  for (const { hasProduct, cancelledAt, isProductDeleted, ...facts } of mixes) {
    const { id: of } = isProductDeleted ? products.deleted : products.there
    const productId = hasProduct ? of : null
    const { id: orderId } = cancelledAt === null ? orders.open : orders.cancelled
    const line = await createLineItem(db, { ...facts, shopId, orderId, productId, quantity: 2 })
    const isDeleted = hasProduct && isProductDeleted
    expected.set(
      line.id,
      isReviewableLine({ ...facts, productId, quantity: 2, isProductDeleted: isDeleted }, cancelledAt),
    )
  }
  const rows = await db
    .select({ id: lineItem.id, isReviewable: isReviewableRow })
    .from(lineItem)
    .innerJoin(order, and(eq(order.shopId, lineItem.shopId), eq(order.id, lineItem.orderId)))
    .leftJoin(product, and(eq(product.shopId, lineItem.shopId), eq(product.id, lineItem.productId)))
    .where(eq(lineItem.shopId, shopId))
  expect(new Map(rows.map((row) => [row.id, row.isReviewable]))).toEqual(expected)
  expect([...expected.values()].filter(Boolean)).toHaveLength(4)
})
