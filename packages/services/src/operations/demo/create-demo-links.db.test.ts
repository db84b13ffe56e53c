import { lineItem, order, product, reviewLink, reviewRequest } from '@afterword/db/schema'
import { seedDemoShop } from '@afterword/db/seed/seed-demo-shop'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { createDemoLinks } from './create-demo-links.ts'
import { findDemoShop } from './find-demo-shop.ts'

const { db } = await useTestDatabase()
await seedDemoShop(db, {
  now: new Date(),
  accounts: {
    admin: { email: 'ada@example.com', name: 'Ada', passwordHash: 'hash' },
    operator: { email: 'olu@example.com', name: 'Olu', passwordHash: 'hash' },
  },
  webhookSecretSealed: new Uint8Array(1),
})

describe('the demo', () => {
  it('is found with its products in the catalogue’s order', async () => {
    const demo = await findDemoShop(db)
    expect(demo).toMatchObject({ accessCode: 'hearth01', domain: 'hearth-and-wool.myshopify.com' })
    expect(demo?.productIds).toHaveLength(12)
    expect(demo?.productIds).toEqual(
      demo?.productIds.toSorted((left, right) => (BigInt(left) < BigInt(right) ? -1 : 1)),
    )
  })

  it('opens on the order with three items, the compare-at 0 among them', async () => {
    const demo = await findDemoShop(db)
    const codes = await createDemoLinks(db, demo?.shopId ?? '')
    expect(new Set(codes).size).toBe(6)
    const items = await db
      .select({ order: order.name, handle: product.handle, compareAtMinor: product.compareAtMinor })
      .from(reviewLink)
      .innerJoin(reviewRequest, eq(reviewRequest.id, reviewLink.reviewRequestId))
      .innerJoin(order, eq(order.id, reviewRequest.orderId))
      .innerJoin(lineItem, eq(lineItem.orderId, order.id))
      .innerJoin(product, eq(product.id, lineItem.productId))
      .where(and(eq(reviewLink.purpose, 'review'), eq(order.name, '#1060')))
    expect(items).toHaveLength(3)
    expect(items).toContainEqual({ order: '#1060', handle: 'waffle-towels', compareAtMinor: null })
  })
})
