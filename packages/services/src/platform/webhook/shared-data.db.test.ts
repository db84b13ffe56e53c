import { webhookDelivery } from '@afterword/db/schema'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { and, eq, isNull } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { createPlatformShop } from '../../testing/platform-shop.ts'
import { hasSharedShopify, readEveryFile, readTopicSamples, type SampleMessage } from '../../testing/shared-shopify.ts'

const { db } = await useTestDatabase({ maxConnections: 4 })
const timeoutMs = 240_000

/** A shuffle that is the same on every run (mulberry32). */
const shuffle = <Item>(items: readonly Item[], seed: number): Item[] => {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d_2b_79_f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  return items
    .map((item) => ({ item, key: next() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item)
}

type Shop = Awaited<ReturnType<typeof createPlatformShop>>

/** Sends every sample; each must end by rule, and one that is not applied must say why. */
const sendAll = async (shop: Shop, samples: readonly SampleMessage[]) => {
  const ends = new Map<string, string>()
  for (const { name, topic, body } of samples) {
    const { outcome, reason } = await shop.deliver(topic, body)
    expect(outcome, name).not.toBeNull()
    if (outcome !== 'processed') expect(reason, name).toMatch(/^[a-z_]+(\.[a-z_]+)?$/)
    ends.set(name, `${outcome} ${reason}`)
  }
  return ends
}

const countWaiting = async (shop: Shop) =>
  (
    await db
      .select({ id: webhookDelivery.webhookId })
      .from(webhookDelivery)
      .where(and(eq(webhookDelivery.shopId, shop.shop.id), isNull(webhookDelivery.processedAt)))
  ).length

describe.skipIf(!hasSharedShopify)('the platform’s own samples (skipped without ../shared/data)', () => {
  it(
    'all end as processed, ignored with a reason or rejected with a reason, also the second time',
    async () => {
      const shop = await createPlatformShop(db, { isDemo: true })
      const samples = readTopicSamples()
      expect(new Set(samples.map(({ topic }) => topic)).size).toBe(12)
      expect(samples.length).toBeGreaterThan(60)
      const first = await sendAll(shop, samples)
      const lines = await shop.readLines()
      await sendAll(shop, samples)
      expect(await countWaiting(shop)).toBe(0)
      expect(await shop.readLines()).toHaveLength(lines.length)
      const processed = [...first].filter(([, end]) => end.startsWith('processed'))
      expect(processed.length).toBeGreaterThan(first.size / 2)
    },
    timeoutMs,
  )

  it(
    'all end so in any order',
    async () => {
      const sendShuffled = async (seed: number): Promise<void> => {
        const shop = await createPlatformShop(db, { isDemo: seed === 1 })
        await sendAll(shop, shuffle(readTopicSamples(), seed))
        expect(await countWaiting(shop)).toBe(0)
      }
      await Promise.all([1, 2].map(sendShuffled))
    },
    timeoutMs,
  )

  it(
    'of the documentation are applied, with every digit of their ids',
    async () => {
      const shop = await createPlatformShop(db, { isDemo: true })
      const samples = readTopicSamples().filter(
        ({ name, topic }) => name.startsWith('topic-samples/2026-04') && topic !== 'app/uninstalled',
      )
      const ends = await sendAll(shop, samples)
      expect([...ends].filter(([, end]) => end !== 'processed null')).toEqual([
        ['topic-samples/2026-04/fulfillments/create.json', 'ignored fulfillment_pending'],
        ['topic-samples/2026-04/fulfillments/update.json', 'ignored fulfillment_pending'],
        ['topic-samples/2026-04/products/update.json', 'ignored product_deleted'],
      ])
      expect((await shop.readOrders()).map((order) => order.platformId)).toEqual(['820982911946154500'])
      expect((await shop.readProducts()).map((product) => product.platformId)).toContain('788032119674292900')
      // Its samples of orders are cancelled, and none says that it was handed over.
      expect((await shop.readOrders()).every((order) => order.cancelledAt !== null)).toBe(true)
      expect(await shop.readRequests()).toEqual([])
    },
    timeoutMs,
  )

  it(
    'and any other document of theirs, under any topic, ends by rule',
    async () => {
      const documents = readEveryFile()
      // One shop hears each document under every topic; four shops hear a quarter of them each, at once.
      const topics = ['orders/updated', 'fulfillments/update', 'refunds/create', 'products/update']
      const sendQuarter = async (quarter: number): Promise<readonly [string, string][]> => {
        const shop = await createPlatformShop(db)
        const samples = documents
          .filter((_document, index) => index % 4 === quarter)
          .flatMap(({ name, body }) => topics.map((topic) => ({ name: `${name} as ${topic}`, topic, body })))
        const ends = await sendAll(shop, samples)
        expect(await countWaiting(shop)).toBe(0)
        return [...ends]
      }
      const ends = new Map((await Promise.all([0, 1, 2, 3].map(sendQuarter))).flat())
      expect(ends.size).toBe(documents.length * topics.length)
      expect(ends.get('go-shopify/orderlineitems/properties_invalid0.json as orders/updated')).toBe(
        'rejected body.invalid',
      )
    },
    timeoutMs,
  )
})
