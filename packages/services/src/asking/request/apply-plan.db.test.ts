import { customer, reviewRequest, shop as shopTable } from '@afterword/db/schema'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { fulfillment, fulfilledOrderMessage, orderMessage, refund } from '../../testing/order-story.ts'
import { createPlatformShop } from '../../testing/platform-shop.ts'

const { db } = await useTestDatabase()

const dueAt = new Date('2026-03-11T09:00:00Z')
const handedOver = async (overrides: Parameters<typeof createPlatformShop>[1] = {}) => {
  const shop = await createPlatformShop(db, overrides)
  await shop.deliver('orders/fulfilled', fulfilledOrderMessage())
  const sends = () => shop.jobs.filter((job) => job.name === 'send-review-request')
  return { ...shop, sends }
}
const [throwLine, trayLine, apronLine] = fulfillment.line_items
const everything = {
  ...refund,
  id: 77,
  refund_line_items: [throwLine, trayLine, apronLine].map((line) => ({
    line_item_id: line?.id,
    quantity: line?.quantity,
    line_item: line,
  })),
}

describe('an order’s review request', () => {
  it('is made with the parcel and enqueued for its time', async () => {
    const shop = await handedOver()
    const [request] = await shop.readRequests()
    expect(request).toMatchObject({ sendAt: dueAt, cancelledAt: null, sentAt: null })
    expect(shop.sends()).toEqual([
      {
        name: 'send-review-request',
        data: { shopId: shop.shop.id, reviewRequestId: request?.id },
        options: { startAfter: dueAt },
      },
    ])
    expect(await shop.readAudit()).toEqual([
      'platform order.create',
      'platform order.fulfill',
      'platform review_request.schedule',
    ])
  })

  it('goes out at once when the shop waits no day', async () => {
    const shop = await handedOver({ requestDelayDays: 0 })
    expect(await shop.readRequests()).toMatchObject([{ sendAt: shop.clock.now }])
  })

  it('is not made before anything was handed over', async () => {
    const shop = await createPlatformShop(db)
    await shop.deliver('orders/create', orderMessage())
    expect(await shop.readRequests()).toEqual([])
  })

  it('is not enqueued again by messages that change nothing, nor put off once it is due', async () => {
    const shop = await handedOver({ requestDelayDays: 0 })
    const first = shop.clock.now
    shop.clock.now = new Date('2026-03-02T12:00:00Z')
    await shop.deliver('orders/updated', fulfilledOrderMessage({ updated_at: '2026-03-02T00:00:00Z' }))
    await shop.deliver('fulfillments/update', { ...fulfillment, updated_at: '2026-03-02T00:00:00Z' })
    expect(await shop.readRequests()).toMatchObject([{ sendAt: first }])
    expect(shop.sends()).toHaveLength(1)
  })

  it('moves with a later parcel until it is sent', async () => {
    const shop = await createPlatformShop(db)
    await shop.deliver('orders/create', orderMessage())
    await shop.deliver('fulfillments/create', { ...fulfillment, line_items: [throwLine] })
    await shop.deliver('fulfillments/create', {
      ...fulfillment,
      id: 2,
      created_at: '2026-02-28T09:00:00Z',
      line_items: [trayLine],
    })
    expect(await shop.readRequests()).toMatchObject([{ sendAt: new Date('2026-03-14T09:00:00Z') }])
    expect(shop.jobs.map((job) => job.options?.startAfter).filter((at) => at !== undefined)).toEqual([
      dueAt,
      new Date('2026-03-14T09:00:00Z'),
    ])

    await db.update(reviewRequest).set({ sentAt: shop.clock.now }).where(eq(reviewRequest.shopId, shop.shop.id))
    await shop.deliver('fulfillments/create', {
      ...fulfillment,
      id: 3,
      created_at: '2026-03-01T09:00:00Z',
      line_items: [apronLine],
    })
    await shop.deliver(
      'orders/cancelled',
      orderMessage({ updated_at: '2026-03-01T10:00:00Z', cancelled_at: '2026-03-01T10:00:00Z' }),
    )
    expect(await shop.readRequests()).toMatchObject([{ sendAt: new Date('2026-03-14T09:00:00Z'), cancelledAt: null }])
  })

  it('is cancelled with the order', async () => {
    const shop = await handedOver()
    await shop.deliver(
      'orders/cancelled',
      orderMessage({ updated_at: '2026-02-26T00:00:00Z', cancelled_at: '2026-02-26T00:00:00Z' }),
    )
    expect(await shop.readRequests()).toMatchObject([{ cancelReason: 'order_cancelled', cancelledAt: shop.clock.now }])
    expect((await shop.readAudit()).slice(-3)).toEqual([
      'platform order.update',
      'platform order.cancel',
      'platform review_request.cancel',
    ])
  })

  it('is not cancelled by the topic alone, which is not signed', async () => {
    const shop = await handedOver()
    await shop.deliver('orders/cancelled', orderMessage({ updated_at: '2026-02-26T00:00:00Z' }))
    expect(await shop.readOrders()).toMatchObject([{ cancelledAt: null }])
    expect(await shop.readRequests()).toMatchObject([{ cancelledAt: null }])
  })

  it('is cancelled when everything was refunded, and lives while one piece is left', async () => {
    const shop = await handedOver()
    await shop.deliver('refunds/create', refund)
    expect(await shop.readRequests()).toMatchObject([{ cancelledAt: null }])
    await shop.deliver('refunds/create', everything)
    expect(await shop.readRequests()).toMatchObject([{ cancelReason: 'nothing_to_review' }])
  })

  it('revives when a new item is handed over after a full refund', async () => {
    const shop = await handedOver()
    await shop.deliver('refunds/create', everything)
    const exchanged = {
      ...fulfillment,
      id: 5,
      created_at: '2026-02-28T09:00:00Z',
      line_items: [{ ...throwLine, id: 999 }],
    }
    await shop.deliver('fulfillments/create', exchanged)
    expect(await shop.readRequests()).toMatchObject([
      { cancelledAt: null, cancelReason: null, sendAt: new Date('2026-03-14T09:00:00Z') },
    ])
    expect(shop.sends()).toHaveLength(2)
  })

  it('is not for a customer who unsubscribed, and revives when they come back', async () => {
    const shop = await createPlatformShop(db)
    await shop.deliver('orders/create', orderMessage())
    const setUnsubscribed = (at: Date | null) =>
      db.update(customer).set({ unsubscribedAt: at }).where(eq(customer.shopId, shop.shop.id))
    await setUnsubscribed(shop.clock.now)
    await shop.deliver('fulfillments/create', fulfillment)
    expect(await shop.readRequests()).toMatchObject([{ cancelReason: 'unsubscribed' }])
    await setUnsubscribed(null)
    await shop.deliver('fulfillments/update', fulfillment)
    expect(await shop.readRequests()).toMatchObject([{ cancelReason: null, cancelledAt: null }])
  })

  it('is dropped when the order loses its e-mail address', async () => {
    const shop = await handedOver()
    expect(
      await shop.deliver('orders/updated', fulfilledOrderMessage({ updated_at: '2026-02-26T00:00:00Z', email: null })),
    ).toEqual({ outcome: 'processed', reason: 'no_email' })
    expect((await shop.readRequests())[0]?.cancelledAt).not.toBeNull()
  })

  it('that was given up stays given up', async () => {
    const shop = await handedOver()
    await db.update(reviewRequest).set({ givenUpAt: shop.clock.now }).where(eq(reviewRequest.shopId, shop.shop.id))
    await db.update(shopTable).set({ requestDelayDays: 20 }).where(eq(shopTable.id, shop.shop.id))
    await shop.deliver('orders/updated', fulfilledOrderMessage({ updated_at: '2026-02-26T00:00:00Z' }))
    expect(await shop.readRequests()).toMatchObject([{ sendAt: dueAt }])
  })

  it('follows the shop’s delay at the order’s next message', async () => {
    const shop = await handedOver()
    await db.update(shopTable).set({ requestDelayDays: 20 }).where(eq(shopTable.id, shop.shop.id))
    await shop.deliver('orders/updated', fulfilledOrderMessage({ updated_at: '2026-02-26T00:00:00Z' }))
    expect(await shop.readRequests()).toMatchObject([{ sendAt: new Date('2026-03-17T09:00:00Z') }])
  })
})
