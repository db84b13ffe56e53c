import { describe, expect, it } from 'vitest'
import { createReview, createReviewableOrder, createShop } from './factories.ts'
import { useTestDatabase } from './template-db.ts'

const { db } = await useTestDatabase()

describe('factories', () => {
  it('make two shops, each with an order, without a clash', async () => {
    const shops = [await createShop(db), await createShop(db)]
    const orders = await Promise.all(shops.map((shop) => createReviewableOrder(db, { shopId: shop.id })))
    expect(new Set(orders.map(({ order }) => order.platformId)).size).toBe(2)
    expect(BigInt(orders[0]!.order.platformId)).toBeGreaterThan(2n ** 53n)
  })

  it('give a review of a line its product', async () => {
    const shop = await createShop(db, { isDemo: true, requestDelayDays: 0 })
    const { product, lineItem } = await createReviewableOrder(db, { shopId: shop.id, email: 'a@example.com' })
    const review = await createReview(db, { shopId: shop.id, productId: product.id, lineItemId: lineItem.id })
    expect(review).toMatchObject({ status: 'pending', productId: product.id })
  })
})
