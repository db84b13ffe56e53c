import { parseJson } from '@afterword/validation/primitives/json'
import { platformOrderSchema } from '@afterword/validation/shopify/order'
import { describe, expect, it } from 'vitest'
import { createDemoOrderPayload } from './demo-order-payload.ts'
import { demoProducts } from './products.ts'

const now = new Date('2026-03-01T09:00:00Z')
const payload = createDemoOrderPayload({ now, email: 'mina@example.com' })
const created = platformOrderSchema.parse(parseJson(payload.created))
const fulfilled = platformOrderSchema.parse(parseJson(payload.fulfilled))

describe('createDemoOrderPayload', () => {
  it('reads as an order of three demo products that was not handed over yet', () => {
    expect(created).toMatchObject({
      name: payload.name,
      email: 'mina@example.com',
      currency: 'EUR',
      isTest: false,
      cancelledAt: null,
      fulfillments: [],
    })
    const known = new Map<string | null, string>(demoProducts.map((product) => [product.platformId, product.title]))
    expect(created.lineItems).toHaveLength(3)
    for (const line of created.lineItems) expect(known.get(line.productPlatformId)).toBe(line.title)
  })

  it('is handed over whole by the second message, whose clock is later', () => {
    expect(fulfilled.platformId).toBe(created.platformId)
    expect(fulfilled.updatedAt).toEqual(now)
    expect(created.updatedAt?.getTime()).toBeLessThan(now.getTime())
    const [parcel] = fulfilled.fulfillments
    expect(parcel?.status).toBe('success')
    expect(parcel?.lineItems.map((line) => line.platformId)).toEqual(created.lineItems.map((line) => line.platformId))
  })

  it('writes every id as bare digits beyond 2^53', () => {
    expect(payload.fulfilled).not.toMatch(/"\d{16,}"/)
    for (const [, digits = ''] of payload.fulfilled.matchAll(/"(?:\w+_)?id":(\d+)/g)) {
      expect(BigInt(digits)).toBeGreaterThan(2n ** 53n)
      expect(BigInt(digits)).toBeLessThan(2n ** 63n)
    }
  })

  it('is another order each time', () => {
    const next = platformOrderSchema.parse(parseJson(createDemoOrderPayload({ now, email: 'a@example.com' }).created))
    expect(next.platformId).not.toBe(created.platformId)
  })
})
