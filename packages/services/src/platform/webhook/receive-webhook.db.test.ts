import { webhookDelivery } from '@afterword/db/schema'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { count, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { createPlatformShop, signWebhook } from '../../testing/platform-shop.ts'
import { receiveWebhook } from './receive-webhook.ts'

const { db } = await useTestDatabase()

const send = async (
  shop: Awaited<ReturnType<typeof createPlatformShop>>,
  overrides: Partial<Parameters<typeof receiveWebhook>[0]['input']> = {},
) => {
  const body = overrides.body ?? Buffer.from('{"id":1}')
  return await receiveWebhook({
    ctx: shop.ctx,
    input: {
      shopDomain: shop.shop.domain,
      topic: 'orders/create',
      webhookId: 'w1',
      signature: signWebhook(body),
      body,
      ...overrides,
    },
  })
}

const countDeliveries = async (shopId: string) =>
  (await db.select({ count: count() }).from(webhookDelivery).where(eq(webhookDelivery.shopId, shopId)))[0]?.count

describe('receiveWebhook', () => {
  it('stores a signed message as it came and enqueues its job', async () => {
    const shop = await createPlatformShop(db)
    const body = Buffer.from('{ "id": 820982911946154508 }')
    expect(await send(shop, { body, signature: signWebhook(body) })).toBe('queued')
    expect(await shop.readDelivery('w1')).toMatchObject({
      payload: '{ "id": 820982911946154508 }',
      processedAt: null,
      outcome: null,
    })
    expect(shop.jobs).toEqual([
      { name: 'process-webhook', data: { shopId: shop.shop.id, webhookId: 'w1' }, options: undefined },
    ])
  })

  it('stores a repeated message once and enqueues nothing for it, also when both come at once', async () => {
    const shop = await createPlatformShop(db)
    const received = await Promise.all(Array.from({ length: 8 }, () => send(shop)))
    expect(received.toSorted()).toEqual(['queued', ...Array.from({ length: 7 }, () => 'repeated')])
    expect(shop.jobs).toHaveLength(1)
    expect(await countDeliveries(shop.shop.id)).toBe(1)
  })

  it('takes the same webhook id from two shops', async () => {
    const [one, two] = [await createPlatformShop(db), await createPlatformShop(db)]
    expect([await send(one), await send(two)]).toEqual(['queued', 'queued'])
  })

  it('does not know a shop by another domain', async () => {
    const shop = await createPlatformShop(db)
    for (const shopDomain of [undefined, '', 'nobody.myshopify.com', '\u00e9'.repeat(9000)]) {
      await expect(send(shop, { shopDomain })).rejects.toMatchObject({ code: 'shop.not_found' })
    }
    expect(await send(shop, { shopDomain: shop.shop.domain.toUpperCase() })).toBe('queued')
  })

  it('refuses a missing, wrong or foreign signature, and stores nothing', async () => {
    const shop = await createPlatformShop(db)
    const good = signWebhook('{"id":1}')
    const wrong = [
      undefined,
      '',
      'x',
      good.slice(1),
      `${good} `,
      signWebhook('{"id":2}'),
      signWebhook('{"id":1}', 'other secret'),
    ]
    for (const signature of wrong) {
      await expect(send(shop, { signature })).rejects.toMatchObject({ code: 'webhook.signature_invalid' })
    }
    expect(await countDeliveries(shop.shop.id)).toBe(0)
  })

  it('refuses a message without a usable id', async () => {
    const shop = await createPlatformShop(db)
    for (const webhookId of [undefined, '', 'x'.repeat(201)]) {
      await expect(send(shop, { webhookId })).rejects.toMatchObject({ code: 'webhook.id_missing' })
    }
  })

  it.each(['', '{', '{"id":1', 'id=1', '\u0000', '['.repeat(100_000)])(
    'accepts a signed body that is no JSON (%j) and stores it as rejected',
    async (text) => {
      const shop = await createPlatformShop(db)
      expect(await send(shop, { body: Buffer.from(text) })).toBe('rejected')
      expect(await shop.readDelivery('w1')).toMatchObject({ outcome: 'rejected', reason: 'body.invalid' })
      expect(shop.jobs).toEqual([])
    },
  )

  it('accepts bytes that are no UTF-8 and stores them as rejected', async () => {
    const shop = await createPlatformShop(db)
    expect(await send(shop, { body: Buffer.from([0x22, 0xff, 0x00, 0x22]) })).toBe('rejected')
  })

  it.each(['orders/delete', '', 'x'.repeat(5000), '__proto__'])(
    'stores a topic we do not act on (%s) as ignored',
    async (topic) => {
      const shop = await createPlatformShop(db)
      expect(await send(shop, { topic })).toBe('ignored')
      expect(await shop.readDelivery('w1')).toMatchObject({ outcome: 'ignored', reason: 'topic_unknown' })
      expect(shop.jobs).toEqual([])
    },
  )
})
