import { useTestDatabase } from '@afterword/db/testing/template-db'
import { describe, expect, test } from 'vitest'
import { fulfilledOrderMessage, fulfillment, orderMessage, productMessage, refund } from '../../testing/order-story.ts'
import { createPlatformShop } from '../../testing/platform-shop.ts'

const { db } = await useTestDatabase()
const mismatch = { outcome: 'rejected', reason: 'topic_mismatch' }
const otherTopic = { outcome: 'ignored', reason: 'body_of_other_topic' }

const bodies = {
  order: orderMessage(),
  fulfillment,
  refund,
  product: productMessage(),
  deletion: { id: 1 },
  transaction: { id: 1, order_id: 2, kind: 'sale', status: 'success' },
} as const
const takes: Readonly<Record<string, keyof typeof bodies | 'shop'>> = {
  'orders/create': 'order',
  'orders/cancelled': 'order',
  'fulfillments/create': 'fulfillment',
  'refunds/create': 'refund',
  'products/update': 'product',
  'products/delete': 'deletion',
  'app/uninstalled': 'shop',
}

describe('a body that was captured and is sent again under another topic', () => {
  test.each(Object.entries(takes))('does nothing as %s unless it is one', async (topic, thing) => {
    for (const [name, body] of Object.entries(bodies)) {
      if (name === thing) continue
      const shop = await createPlatformShop(db)
      const { outcome } = await shop.deliver(topic, body)
      expect([name, outcome]).toEqual([name, 'rejected'])
      expect(await shop.readAudit()).toEqual([])
    }
  })

  test('as the deletion of a product hides nothing', async () => {
    const shop = await createPlatformShop(db)
    await shop.deliver('products/update', productMessage())
    expect(await shop.deliver('products/delete', productMessage())).toEqual(otherTopic)
    expect(await shop.readProducts()).toMatchObject([{ deletedAt: null }])
  })

  test('as the uninstalling of the app shuts nothing, whatever it tells and wherever it came before', async () => {
    const shop = await createPlatformShop(db)
    await shop.deliver('orders/create', orderMessage())
    expect(await shop.deliver('app/uninstalled', orderMessage())).toEqual(otherTopic)
    expect(await shop.deliver('app/uninstalled', productMessage())).toEqual(mismatch)
    const told = { id: 1, name: 'Hearth & Wool', domain: null, myshopify_domain: shop.shop.domain }
    expect(await shop.deliver('shop/update', told)).toEqual({ outcome: 'ignored', reason: 'topic_unknown' })
    expect(await shop.deliver('app/uninstalled', told)).toEqual(otherTopic)
    expect(await shop.readAudit()).not.toContain('platform shop.uninstall')
  })

  test('as the cancelling of an order cancels nothing that its body does not call cancelled', async () => {
    const shop = await createPlatformShop(db)
    await shop.deliver('orders/fulfilled', fulfilledOrderMessage())
    await shop.deliver('orders/cancelled', fulfilledOrderMessage())
    expect(await shop.readRequests()).toMatchObject([{ cancelledAt: null }])
  })

  test('as the handing over of an order asks for nothing that its body does not call handed over', async () => {
    const shop = await createPlatformShop(db)
    await shop.deliver('orders/create', orderMessage())
    await shop.deliver('orders/fulfilled', orderMessage())
    expect(await shop.readRequests()).toEqual([])
  })

  test('does not keep the true message out that comes after it', async () => {
    const shop = await createPlatformShop(db)
    expect(await shop.deliver('refunds/create', productMessage())).toMatchObject({ outcome: 'rejected' })
    expect(await shop.deliver('something/else', productMessage())).toMatchObject({ outcome: 'ignored' })
    expect(await shop.deliver('products/update', productMessage())).toMatchObject({ outcome: 'processed' })
  })
})

test('one body under several topics of orders is applied under each, to the same end', async () => {
  const shop = await createPlatformShop(db)
  for (const topic of ['orders/fulfilled', 'orders/updated', 'orders/create'])
    expect(await shop.deliver(topic, fulfilledOrderMessage())).toEqual({ outcome: 'processed', reason: null })
  expect(await shop.readRequests()).toHaveLength(1)
})

test('an uninstall that names another shop, or none, is refused', async () => {
  const shop = await createPlatformShop(db)
  for (const domain of [null, 'other.myshopify.com', `${shop.shop.domain}.evil.example`]) {
    const body = { id: 1, domain, myshopify_domain: domain }
    expect(await shop.deliver('app/uninstalled', body)).toEqual({ outcome: 'rejected', reason: 'shop_mismatch' })
  }
})

test('the same bytes of another shop are no repetition', async () => {
  for (const shop of [await createPlatformShop(db), await createPlatformShop(db)])
    expect(await shop.deliver('products/delete', { id: 7 })).toEqual({ outcome: 'ignored', reason: 'product_unknown' })
})
