import { useTestDatabase } from '@afterword/db/testing/template-db'
import { describe, expect, it } from 'vitest'
import { fulfillment, fulfilledOrderMessage, orderId, orderMessage, refund } from '../../testing/order-story.ts'
import { createPlatformShop } from '../../testing/platform-shop.ts'
import { processDelivery } from './process-delivery.ts'

const { db } = await useTestDatabase()
const done = { outcome: 'processed', reason: null }

describe('a message', () => {
  it('is applied once, whoever runs its job and how often', async () => {
    const shop = await createPlatformShop(db)
    const { webhookId } = await shop.receive('orders/create', orderMessage())
    const results = await Promise.all(Array.from({ length: 5 }, () => shop.process(webhookId)))
    expect(results.filter((result) => result !== null)).toEqual([done])
    expect(await shop.readAudit()).toEqual(['platform order.create'])
  })

  it('that is not there is nothing to do', async () => {
    const shop = await createPlatformShop(db)
    expect(await shop.process('unknown')).toBeNull()
  })

  it('is applied for its own shop only, and not for a person', async () => {
    const [shop, other] = [await createPlatformShop(db), await createPlatformShop(db)]
    const { webhookId } = await shop.receive('orders/create', orderMessage())
    const input = { shopId: shop.shop.id, webhookId }
    for (const principal of [{ kind: 'anonymous' }, { kind: 'platform', shopId: other.shop.id }] as const) {
      await expect(processDelivery({ ctx: { ...shop.ctx, principal }, input })).rejects.toMatchObject({
        code: 'permission.denied',
      })
    }
    expect(await other.process(webhookId)).toBeNull()
    expect(await shop.readOrders()).toEqual([])
  })

  it.each(['[]', 'null', '"x"', '5', '{}', '{"id":null}', '{"id":1,"line_items":[{}]}', '{"id":1,"line_items":"x"}'])(
    'whose content is nonsense (%s) ends as rejected',
    async (payload) => {
      const shop = await createPlatformShop(db)
      for (const topic of ['orders/create', 'orders/cancelled', 'fulfillments/create', 'refunds/create']) {
        expect(await shop.deliver(topic, payload)).toEqual({ outcome: 'rejected', reason: 'payload_invalid' })
      }
      expect(await shop.readOrders()).toEqual([])
    },
  )

  it('that fails half-way leaves nothing behind and stays waiting', async () => {
    const shop = await createPlatformShop(db)
    const { webhookId } = await shop.receive('orders/create', fulfilledOrderMessage())
    const ctx = { ...shop.ctx, jobs: { enqueue: () => Promise.reject(new Error('the queue is gone')) } }
    await expect(processDelivery({ ctx, input: { shopId: shop.shop.id, webhookId } })).rejects.toThrow(
      'the queue is gone',
    )
    expect(await shop.readOrders()).toEqual([])
    expect(await shop.readDelivery(webhookId)).toMatchObject({ processedAt: null })
    expect(await shop.process(webhookId)).toEqual(done)
  })
})

describe('an order', () => {
  it('of A×5, B×3, C×1 has three line items, in their order', async () => {
    const shop = await createPlatformShop(db)
    expect(await shop.deliver('orders/create', orderMessage())).toEqual(done)
    const lines = (await shop.readLines()).toSorted((a, b) => a.position - b.position)
    expect(lines.map((line) => [line.title, line.quantity, line.priceMinor])).toEqual([
      ['Merino throw', 5, 8900],
      ['Oak tray', 3, 4250],
      ['Linen apron', 1, 3800],
    ])
    expect(
      (await shop.readProducts()).map(({ title, priceMinor, currency, platformUpdatedAt }) => [
        title,
        priceMinor,
        currency,
        platformUpdatedAt,
      ]),
    ).toEqual([
      ['Merino throw', 8900, 'USD', null],
      ['Oak tray', 4250, 'USD', null],
      ['Linen apron', 3800, 'USD', null],
    ])
    expect(await shop.readCustomers()).toMatchObject([
      { email: 'mina@example.com', firstName: 'Mina', platformId: '115310627314723950' },
    ])
  })

  it('keeps ids beyond 2^53 whole', async () => {
    const shop = await createPlatformShop(db)
    await shop.deliver('orders/create', JSON.stringify(orderMessage()).replaceAll(/"(\d{17,})"/g, '$1'))
    expect((await shop.readOrders()).map((order) => order.platformId)).toEqual([orderId])
    expect((await shop.readLines()).map((line) => line.platformId)).toEqual([
      '487817672276298554',
      '487817672276298555',
      '487817672276298556',
    ])
  })

  it('that is older than what is stored is ignored as stale, and the same again is applied without effect', async () => {
    const shop = await createPlatformShop(db)
    await shop.deliver('orders/updated', orderMessage({ updated_at: '2026-02-21T00:00:00Z', name: '#new' }))
    expect(await shop.deliver('orders/create', orderMessage({ name: '#old' }))).toEqual({
      outcome: 'ignored',
      reason: 'stale',
    })
    expect(
      await shop.deliver('orders/updated', orderMessage({ updated_at: '2026-02-21T00:00:00Z', name: '#new' })),
    ).toEqual(done)
    expect(await shop.readOrders()).toMatchObject([{ name: '#new' }])
    expect(await shop.readAudit()).toEqual(['platform order.create'])
  })

  it('that is stale still brings its parcels and refunds', async () => {
    const shop = await createPlatformShop(db)
    await shop.deliver('orders/updated', orderMessage({ updated_at: '2026-02-28T00:00:00Z' }))
    const stale = fulfilledOrderMessage({ refunds: [refund] })
    expect(await shop.deliver('orders/updated', stale)).toEqual({ outcome: 'processed', reason: 'stale' })
    expect((await shop.readLines()).map((line) => [line.fulfilledAt !== null, line.refundedQuantity])).toEqual([
      [true, 1],
      [true, 0],
      [true, 1],
    ])
  })

  it('without an e-mail address, with an unusable one, or a test is stored but not asked about', async () => {
    for (const [overrides, reason] of [
      [{ email: null }, 'no_email'],
      [{ email: '' }, 'no_email'],
      [{ email: 'example string' }, 'email.invalid'],
      [{ email: 'a@b.com\r\nBcc: c@d.com' }, 'email.invalid'],
      [{ test: true }, 'test_order'],
    ] as const) {
      const shop = await createPlatformShop(db)
      expect(await shop.deliver('orders/fulfilled', fulfilledOrderMessage(overrides))).toEqual({
        outcome: 'processed',
        reason,
      })
      expect(await shop.readOrders()).toHaveLength(1)
      expect(await shop.readRequests()).toEqual([])
    }
  })

  it('of a demo shop may be a test', async () => {
    const shop = await createPlatformShop(db, { isDemo: true })
    expect(await shop.deliver('orders/fulfilled', fulfilledOrderMessage({ test: true }))).toEqual(done)
    expect(await shop.readRequests()).toHaveLength(1)
  })

  it('keeps lines without a product and gift cards, and asks about neither', async () => {
    const shop = await createPlatformShop(db)
    const line_items = [
      { id: 1, product_id: null, title: 'Tip', quantity: 1, price: '5.00' },
      { id: 2, product_id: 9, title: 'Gift card', quantity: 1, price: '50.00', gift_card: true },
    ]
    expect(await shop.deliver('orders/fulfilled', fulfilledOrderMessage({ line_items, fulfillments: [] }))).toEqual(
      done,
    )
    expect(await shop.readLines()).toMatchObject([{ productId: null, priceMinor: 500 }, { isGiftCard: true }])
    expect(await shop.readRequests()).toEqual([])
  })

  it('keeps its product when the platform forgets it', async () => {
    const shop = await createPlatformShop(db)
    await shop.deliver('orders/create', orderMessage())
    const [line] = orderMessage().line_items
    await shop.deliver(
      'orders/updated',
      orderMessage({ updated_at: '2026-02-22T00:00:00Z', line_items: [{ ...line, product_id: null }] }),
    )
    expect((await shop.readLines())[0]?.productId).not.toBeNull()
  })

  it('whose line prices are text is applied without them', async () => {
    const shop = await createPlatformShop(db)
    const line_items = [{ id: 1, product_id: 2, title: 'Throw', quantity: 1, price: 'example string' }]
    expect(await shop.deliver('orders/create', orderMessage({ line_items }))).toEqual({
      outcome: 'processed',
      reason: 'price.invalid',
    })
    expect(await shop.readLines()).toMatchObject([{ priceMinor: null }])
    expect(await shop.readProducts()).toMatchObject([{ priceMinor: null }])
  })

  it('that repeats a line in one payload stores it once', async () => {
    const shop = await createPlatformShop(db)
    const line = { id: 1, product_id: 2, title: 'Throw', quantity: 1, price: '1' }
    expect(await shop.deliver('orders/create', orderMessage({ line_items: [line, line, line] }))).toEqual(done)
    expect(await shop.readLines()).toHaveLength(1)
  })

  it('with more lines than a platform sends ends as rejected', async () => {
    const shop = await createPlatformShop(db)
    const line_items = Array.from({ length: 1001 }, (_, id) => ({ id: id + 1 }))
    expect(await shop.deliver('orders/create', orderMessage({ line_items }))).toEqual({
      outcome: 'rejected',
      reason: 'payload_invalid',
    })
  })

  it('updates the buyer without losing what is known, and leaves an unsubscription alone', async () => {
    const shop = await createPlatformShop(db)
    await shop.deliver('orders/create', orderMessage())
    await shop.deliver(
      'orders/create',
      orderMessage({ id: 2, line_items: [], email: 'MINA@example.com', customer: { last_name: 'Park' } }),
    )
    expect(await shop.readCustomers()).toMatchObject([{ firstName: 'Mina', lastName: 'Park' }])
  })
})

describe('parts of an order', () => {
  it('make a placeholder that the order completes', async () => {
    const shop = await createPlatformShop(db)
    const unknown = { outcome: 'processed', reason: 'order_unknown' }
    expect(await shop.deliver('fulfillments/create', fulfillment)).toEqual(unknown)
    expect(await shop.deliver('refunds/create', refund)).toEqual(unknown)
    expect(await shop.readOrders()).toMatchObject([{ platformUpdatedAt: null, name: null }])
    expect(await shop.readRequests()).toEqual([])
    expect(await shop.deliver('orders/create', orderMessage())).toEqual(done)
    expect(await shop.readOrders()).toMatchObject([{ name: '#1042' }])
    expect((await shop.readLines()).map((line) => [line.quantity, line.refundedQuantity])).toEqual([
      [5, 1],
      [3, 0],
      [1, 1],
    ])
    expect(await shop.readRequests()).toMatchObject([{ cancelledAt: null }])
  })

  it('a refund that repeats counts once, two refunds add up, and a line named twice is summed', async () => {
    const shop = await createPlatformShop(db)
    await shop.deliver('orders/create', orderMessage())
    const [line] = refund.refund_line_items
    const twice = { ...refund, refund_line_items: [line, line] }
    await shop.deliver('refunds/create', twice)
    await shop.deliver('refunds/create', twice)
    await shop.deliver('refunds/create', {
      ...refund,
      id: 2,
      refund_line_items: [{ line_item_id: line?.line_item_id, quantity: 2 }],
    })
    expect((await shop.readLines())[0]?.refundedQuantity).toBe(4)
  })

  it.each([
    ['pending', 'fulfillment_pending'],
    ['open', 'fulfillment_pending'],
    ['cancelled', 'fulfillment_failed'],
    ['error', 'fulfillment_failed'],
    ['example string', 'fulfillment_failed'],
  ])('a parcel that is %s was not handed over', async (status, reason) => {
    const shop = await createPlatformShop(db)
    expect(await shop.deliver('fulfillments/create', { ...fulfillment, status })).toEqual({
      outcome: 'ignored',
      reason,
    })
    expect(await shop.readOrders()).toEqual([])
  })
})
