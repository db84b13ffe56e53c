import { webhookDelivery } from '@afterword/db/schema'
import { createOrder, createShop } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { createReviewWorld } from '../../testing/review-world.ts'
import { listDeliveries } from './list-deliveries.ts'

const { db } = await useTestDatabase()
const ctx = createReviewWorld(db).contextOf({ kind: 'operator', userId: randomUUID(), sessionId: randomUUID() })

test('a delivery names the order it tells of, by an id beyond 2^53, in its own shop only; nonsense names none', async () => {
  const [shop, other] = [await createShop(db), await createShop(db)]
  const platformId = '9007199254740993'
  await createOrder(db, { shopId: shop.id, platformId, name: '#1042' })
  await createOrder(db, { shopId: other.id, platformId, name: '#7' })
  const messages = [
    ['orders/create', `{"id":${platformId}}`, '#1042'],
    ['fulfillments/create', `{"id":1,"order_id":${platformId}}`, '#1042'],
    ['refunds/create', `{"id":2,"order_id":"${platformId}"}`, '#1042'],
    ['products/update', `{"id":${platformId}}`, null],
    ['orders/updated', '{"id":9007199254740992}', null],
    ['orders/cancelled', '{"id":', null],
    ['orders/edited', String.raw`{"id":${platformId},"note":"\u0000"}`, null],
    ['orders/fulfilled', '', null],
    ['orders/paid', '[1]', null],
  ] as const
  for (const [topic, payload] of messages)
    await db.insert(webhookDelivery).values({ shopId: shop.id, webhookId: topic, topic, payload })
  const { items } = await listDeliveries({ ctx, input: { pageSize: 50 } })
  const found = new Map(items.map(({ topic, orderName }) => [topic, orderName]))
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(messages.map(([topic, , name]) => [topic, name])))
})
