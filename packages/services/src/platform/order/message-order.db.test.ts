import { useTestDatabase } from '@afterword/db/testing/template-db'
import { describe, expect, it } from 'vitest'
import { fulfillment, fulfilledOrderMessage, orderMessage, productMessage, refund } from '../../testing/order-story.ts'
import { createPlatformShop } from '../../testing/platform-shop.ts'

const { db } = await useTestDatabase({ maxConnections: 10 })
const timeoutMs = 120_000

type Message = readonly [topic: string, payload: unknown]

/** Everything told of an order, without ids and times of our own. */
const readState = async (shop: Awaited<ReturnType<typeof createPlatformShop>>) => {
  const products = new Map((await shop.readProducts()).map((product) => [product.id, product]))
  return {
    orders: (await shop.readOrders()).map(({ id: _id, shopId: _shop, customerId, createdAt: _at, ...order }) => ({
      ...order,
      hasCustomer: customerId !== null,
    })),
    lines: (await shop.readLines()).map(
      ({ id: _id, shopId: _shop, orderId: _order, productId, createdAt: _at, ...line }) => ({
        ...line,
        product: products.get(productId ?? '')?.platformId,
      }),
    ),
    products: [...products.values()].map(({ id: _id, shopId: _shop, createdAt: _at, ...product }) => product),
    customers: (await shop.readCustomers()).map(({ email, firstName, lastName }) => ({ email, firstName, lastName })),
    requests: (await shop.readRequests()).map(({ sendAt, cancelReason, cancelledAt }) => ({
      sendAt,
      cancelReason,
      cancelledAt,
    })),
  }
}

const permutations = <Item>(items: readonly Item[]): Item[][] =>
  items.length <= 1
    ? [[...items]]
    : items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]))

const cancelled = { updated_at: '2026-02-27T00:00:00Z', cancelled_at: '2026-02-27T00:00:00Z', name: '#1042 cancelled' }
const story: readonly Message[] = [
  ['orders/create', orderMessage()],
  ['orders/updated', orderMessage({ updated_at: '2026-02-22T00:00:00Z', name: '#1042 updated' })],
  ['fulfillments/create', fulfillment],
  ['refunds/create', refund],
  ['orders/cancelled', fulfilledOrderMessage({ ...cancelled, refunds: [refund] })],
]

const tell = async (messages: readonly Message[]) => {
  const shop = await createPlatformShop(db)
  for (const [topic, payload] of messages) {
    const { outcome } = await shop.deliver(topic, payload)
    expect(outcome).not.toBe('rejected')
  }
  return await readState(shop)
}

describe('messages of one order', () => {
  it(
    'end in the same state whatever their order (all 120), cancellation included',
    async () => {
      const expected = await tell(story)
      expect(expected.requests).toMatchObject([{ cancelReason: 'order_cancelled' }])
      expect(expected.orders).toMatchObject([{ name: '#1042 cancelled', hasCustomer: true }])
      const ends = await Promise.all(permutations(story).map((messages) => tell(messages)))
      for (const end of ends) expect(end).toEqual(expected)
    },
    timeoutMs,
  )

  it(
    'end in the same state whatever their order when the order lives',
    async () => {
      const living: readonly Message[] = [
        ...story.slice(0, 4),
        ['orders/fulfilled', fulfilledOrderMessage({ refunds: [refund] })],
      ]
      const expected = await tell(living)
      expect(expected.requests).toEqual([
        { sendAt: new Date('2026-03-11T09:00:00Z'), cancelReason: null, cancelledAt: null },
      ])
      const ends = await Promise.all(permutations(living).map((messages) => tell(messages)))
      for (const end of ends) expect(end).toEqual(expected)
    },
    timeoutMs,
  )

  it('end in the same state when twenty come at once', async () => {
    const expected = await tell(story)
    const shop = await createPlatformShop(db)
    const messages = Array.from({ length: 4 }, () => story).flat()
    const outcomes = await Promise.all(messages.map(([topic, payload]) => shop.deliver(topic, payload)))
    expect(outcomes.filter(({ outcome }) => outcome === null || outcome === 'rejected')).toEqual([])
    expect(await readState(shop)).toEqual(expected)
  })

  it('of many orders with the same customer and products wait for each other, never in a circle', async () => {
    const shop = await createPlatformShop(db)
    const { line_items: lines } = orderMessage()
    const messages = Array.from({ length: 20 }, (_, n) => {
      const own = lines.map((line, index) => ({ ...line, id: `${n}-${index}` }))
      return orderMessage({ id: n + 1, line_items: n % 2 === 0 ? own : own.toReversed() })
    })
    const outcomes = await Promise.all([
      ...messages.map((message) => shop.deliver('orders/create', message)),
      ...Array.from({ length: 5 }, () => shop.deliver('products/update', productMessage())),
    ])
    expect(outcomes.filter(({ outcome }) => outcome !== 'processed')).toEqual([])
    expect(await shop.readOrders()).toHaveLength(20)
    expect(await shop.readLines()).toHaveLength(60)
    expect(await shop.readProducts()).toHaveLength(3)
    expect(await shop.readCustomers()).toHaveLength(1)
  })
})
